# hint: args is a tuple already
import multiprocessing


def run_with(method, target, args):
    process = multiprocessing.get_context(method).Process(target=target, args=(args[0],))
    process.start()
    process.join(timeout=60)
    return process.exitcode
