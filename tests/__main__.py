"""Run all tests: ``python -m tests``; what else is said is handed to pytest."""

import sys

from helpers.environment import prepare, run

if __name__ == "__main__":
    sys.exit(run([prepare(), "-m", "pytest", *sys.argv[1:]]))
