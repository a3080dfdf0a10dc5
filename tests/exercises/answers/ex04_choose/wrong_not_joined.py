# hint: has been joined
import multiprocessing


def run_with(method, target, args):
    process = multiprocessing.get_context(method).Process(target=target, args=args)
    process.start()
    code = process.exitcode
    process.join(timeout=60)
    return code
