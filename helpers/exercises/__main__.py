"""Judge one answer: ``python -m helpers.exercises NAME FOLDER NEIGHBOURS [METHOD]``.

`helpers.exercises.check` starts this, and ends it. The answer runs in another process, which
may hang or crash without harm.
"""

import os
import subprocess
import sys
from pathlib import Path

from helpers.environment import ROOT
from helpers.exercises import PROGRAMS

SERVE = "from helpers.exercises.answering import serve; serve()"

if __name__ == "__main__":
    name, folder, neighbours, *method = sys.argv[1:]
    paths = [str(ROOT), neighbours, os.environ.get("PYTHONPATH", "")]
    os.environ |= {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONIOENCODING": "utf-8"}
    process = None
    if name not in PROGRAMS:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    from helpers.exercises.judge import main  # imported while the answer's process starts

    main(Path(folder, f"{name}.py"), process, *method)
