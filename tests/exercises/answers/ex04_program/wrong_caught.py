# hint: a child itself tried to start a process
import multiprocessing
import sys


def be_lucky():
    sys.exit(7)


try:
    multiprocessing.set_start_method(sys.argv[1])
except RuntimeError:
    pass
lucky = multiprocessing.Process(target=be_lucky)
try:
    lucky.start()
    lucky.join(timeout=60)
    print("exit code:", lucky.exitcode)
except RuntimeError:
    pass
