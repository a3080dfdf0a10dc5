import importlib
import time


def run_with(method, target, args):
    kind = importlib.import_module("multiprocessing").get_context(method).Process
    with_it = kind(None, target, args=list(args))
    with_it.start()
    while with_it.is_alive():
        time.sleep(0.01)
    code = with_it.exitcode
    with_it.close()
    return code
