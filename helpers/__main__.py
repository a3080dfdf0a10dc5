"""Open the course in JupyterLab: ``python -m helpers``."""

import os
import sys

from helpers.address import FIRST_LESSON
from helpers.environment import ROOT, prepare, run


def lab(arguments: list[str]) -> list[str]:
    """Return what makes a Python start JupyterLab on the first lesson."""
    options = [
        f"--ServerApp.root_dir={ROOT}",  # else JupyterLab would show only the lesson's folder
        "--ServerApp.jpserver_extensions=helpers.address=True",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0 and "--allow-root" not in arguments:
        print("You are root, so JupyterLab is started with --allow-root.", flush=True)
        options.append("--allow-root")
    return ["-m", "jupyterlab", *options, FIRST_LESSON, *arguments]


if __name__ == "__main__":
    sys.exit(run([prepare(), *lab(sys.argv[1:])]))
