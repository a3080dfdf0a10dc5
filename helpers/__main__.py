"""Open the course in JupyterLab: ``python -m helpers``."""

import sys

from helpers.environment import ROOT, prepare, run

FIRST_LESSON = "notebooks/00-start-here.ipynb"

if __name__ == "__main__":
    # Without a root of its own, JupyterLab would show only the folder of the lesson.
    lab = ["-m", "jupyterlab", f"--ServerApp.root_dir={ROOT}", FIRST_LESSON]
    sys.exit(run([prepare(), *lab, *sys.argv[1:]]))
