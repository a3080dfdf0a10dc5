# hint: the child was ended by terminate
import multiprocessing


def run_with(method, target, args):
    p = multiprocessing.get_context(method).Process(target=target, args=args)
    p.start()
    p.join(timeout=0.05)
    p.terminate()
    p.join()
    return p.exitcode
