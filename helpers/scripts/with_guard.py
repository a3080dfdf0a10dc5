"""Start a process, in a program with a guard."""

from multiprocessing import get_context

from helpers.workers.tasks import do_nothing

print("these lines are run by", __name__, flush=True)

if __name__ == "__main__":
    child = get_context("spawn").Process(target=do_nothing)
    child.start()
    child.join(timeout=60)
    print("exit code:", child.exitcode)
