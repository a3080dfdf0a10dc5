"""Right, because a child can import its target by name, and finds nothing else to do.

Under spawn and forkserver a child imports this file. Without the guard it would start the program
anew. A lambda has no name by which a child could find it.
"""

import multiprocessing
import sys


def be_lucky():
    """End with the exit code 7."""
    sys.exit(7)


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1] if len(sys.argv) > 1 else "spawn")
    lucky = multiprocessing.Process(target=be_lucky)
    lucky.start()
    lucky.join(timeout=60)
    print("exit code:", lucky.exitcode)
