# Find what is wrong: under spawn and forkserver it fails, and not for one reason only.
import multiprocessing
import sys

multiprocessing.set_start_method(sys.argv[1])

lucky = multiprocessing.Process(target=lambda: sys.exit(7))
lucky.start()
lucky.join(timeout=60)
print("exit code:", lucky.exitcode)
