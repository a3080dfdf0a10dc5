# hint: What a function returns is not its exit code
import multiprocessing
import sys


def be_lucky():
    return 7


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    lucky = multiprocessing.Process(target=be_lucky)
    lucky.start()
    lucky.join(timeout=60)
    print("exit code:", lucky.exitcode)
