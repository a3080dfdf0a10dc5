# hint: the whole program
import multiprocessing


def run_with(method, target, args):
    other = [each for each in multiprocessing.get_all_start_methods() if each != method]
    multiprocessing.set_start_method(method, force=True)
    process = multiprocessing.Process(target=target, args=args)
    process.start()
    process.join(timeout=60)
    multiprocessing.set_start_method([*other, method][0], force=True)
    return process.exitcode
