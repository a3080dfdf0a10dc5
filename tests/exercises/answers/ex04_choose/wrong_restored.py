# hint: while the child was started
import multiprocessing


def run_with(method, target, args):
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method(method, force=True)
    process = multiprocessing.Process(target=target, args=args)
    process.start()
    multiprocessing.set_start_method(before, force=True)
    process.join(timeout=60)
    return process.exitcode
