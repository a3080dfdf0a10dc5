# hint: outside of the guard
import multiprocessing
import sys

if __name__ == "__main__":

    def be_lucky():
        sys.exit(7)

    multiprocessing.set_start_method(sys.argv[1])
    lucky = multiprocessing.Process(target=be_lucky)
    lucky.start()
    lucky.join(timeout=60)
    print("exit code:", lucky.exitcode)
