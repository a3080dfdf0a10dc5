import multiprocessing as mp
import sys


class Lucky(mp.Process):
    def run(self):
        raise SystemExit(7)


if __name__ == "__main__":
    mp.set_start_method(sys.argv[1], force=True)
    with_luck = Lucky(daemon=True)
    with_luck.start()
    with_luck.join(30)
    sys.stdout.write(f"exit code: {with_luck.exitcode}\n")
