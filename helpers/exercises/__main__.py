"""Judge one answer: ``python -m helpers.exercises NAME FOLDER NEIGHBOURS SECONDS SEED METHOD``.

`helpers.exercises.check` starts this, and ends it. The answer runs in another process, which
may hang or crash without harm.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from helpers.environment import ROOT
from helpers.exercises import ANSWER, FOLDER, PROGRAMS, UNTIL

SERVE = "from helpers.exercises.answering import serve; serve()"
HOOK = Path(__file__).with_name("hook")


def main(name: str, folder: str, neighbours: str, seconds: str, *options: str) -> None:
    """Start the process of the answer, and have it judged."""
    notes, work = Path(folder).with_name("witness"), Path(folder).with_name("work")
    notes.mkdir(), work.mkdir()
    os.chdir(work)
    paths = [str(HOOK), str(ROOT), neighbours, os.environ.get("PYTHONPATH", "")]
    os.environ |= {
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONUNBUFFERED": "1",  # what was printed is shown even if its process never ends
        ANSWER: name,
        FOLDER: str(notes),
        UNTIL: str(time.time() + float(seconds) - 1),
    }
    process = None
    if name not in PROGRAMS:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    from helpers.exercises import judge  # imported while the answer's process starts

    judge.main(Path(folder, f"{name}.py"), process, float(seconds), *options)


if __name__ == "__main__":
    main(*sys.argv[1:])
