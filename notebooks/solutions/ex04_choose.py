"""Right, because a context chooses for what is made with it, and for nothing else."""

import multiprocessing


def run_with(method, target, args):
    """Run target(*args) in a process that is started by this method; return its exit code.

    The rest of the program keeps its own start method.
    """
    context = multiprocessing.get_context(method)
    process = context.Process(target=target, args=args)
    process.start()
    process.join(timeout=60)
    return process.exitcode


if __name__ == "__main__":
    for method in multiprocessing.get_all_start_methods():
        print(method, run_with(method, print, ("hello from a child",)))
