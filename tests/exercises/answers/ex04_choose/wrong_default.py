# hint: should have been started by
from multiprocessing import Process


def run_with(method, target, args):
    process = Process(target=target, args=args)
    process.start()
    process.join(timeout=60)
    return process.exitcode
