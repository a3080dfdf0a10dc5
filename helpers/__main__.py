"""Open the course in JupyterLab: ``python -m helpers``."""

import sys

from helpers.environment import prepare, run

FIRST_LESSON = "notebooks/00-start-here.ipynb"

if __name__ == "__main__":
    sys.exit(run([prepare(), "-m", "jupyterlab", *sys.argv[1:], FIRST_LESSON]))
