# hint: if it was killed
import multiprocessing


def run_with(method, target, args):
    process = multiprocessing.get_context(method).Process(target=target, args=args)
    process.start()
    process.join(timeout=60)
    return abs(process.exitcode)
