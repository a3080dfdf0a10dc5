# hint: exit code: None
import multiprocessing
import sys


def be_lucky():
    sys.exit(7)


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    lucky = multiprocessing.Process(target=be_lucky)
    lucky.start()
    print("exit code:", lucky.exitcode)
