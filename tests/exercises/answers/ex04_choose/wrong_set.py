# hint: the whole program
import multiprocessing


def run_with(method, target, args):
    multiprocessing.set_start_method(method)
    process = multiprocessing.Process(target=target, args=args)
    process.start()
    process.join(timeout=60)
    return process.exitcode
