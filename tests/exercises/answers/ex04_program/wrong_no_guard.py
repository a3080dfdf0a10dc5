# hint: A child imports your file
import multiprocessing
import sys


def be_lucky():
    sys.exit(7)


multiprocessing.set_start_method(sys.argv[1])
lucky = multiprocessing.Process(target=be_lucky)
lucky.start()
lucky.join(timeout=60)
print("exit code:", lucky.exitcode)
