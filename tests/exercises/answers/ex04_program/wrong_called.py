# hint: hand over a function, and do not call it
import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    lucky = multiprocessing.Process(target=sys.exit(7))
    lucky.start()
    lucky.join(timeout=60)
    print("exit code:", lucky.exitcode)
