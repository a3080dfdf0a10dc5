# hint: which is sys.argv[1]
import multiprocessing
import sys

lucky = multiprocessing.get_context("fork").Process(target=lambda: sys.exit(7))
lucky.start()
lucky.join(timeout=60)
print("exit code:", lucky.exitcode)
