# hint: a child itself tried to start a process
import multiprocessing
import sys
from contextlib import suppress


def be_lucky():
    sys.exit(7)


with suppress(RuntimeError):
    multiprocessing.set_start_method(sys.argv[1])
lucky = multiprocessing.Process(target=be_lucky)
with suppress(RuntimeError):
    lucky.start()
    lucky.join(timeout=60)
    print("exit code:", lucky.exitcode)
