# hint: should print 'exit code: 7' once
import multiprocessing
import sys


def be_lucky():
    print("exit code: 7", flush=True)
    sys.exit(7)


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    lucky = multiprocessing.Process(target=be_lucky)
    lucky.start()
    lucky.join(timeout=60)
    print("exit code:", lucky.exitcode)
