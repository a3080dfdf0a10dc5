# hint: with exit code 7
import multiprocessing
import sys


def be_lucky():
    return 7


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    lucky = multiprocessing.Process(target=be_lucky)
    lucky.start()
    lucky.join(timeout=60)
    print("exit code: 7")
