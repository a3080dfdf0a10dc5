import sys
from multiprocessing import get_context


def main(method):
    lucky = get_context(method).Process(target=sys.exit, args=(7,))
    lucky.start()
    lucky.join()
    print(f"exit code: {lucky.exitcode}")


if __name__ == "__main__":
    main(sys.argv[1])
