# hint: still ran when run_with returned
import multiprocessing
import time


def run_with(method, target, args):
    process = multiprocessing.get_context(method).Process(target=target, args=args)
    process.start()
    time.sleep(2)
    return process.exitcode
