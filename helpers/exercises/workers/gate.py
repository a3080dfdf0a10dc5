"""A gate at which processes wait for each other, until the judge opens it; see `gatekeeper`.

Unlike a Barrier it lets them go on, too, when it is clear that the others do not come: they wait
for a lock. So a right answer need not wait for any time-out.
"""

from __future__ import annotations

import os
import time
from threading import BrokenBarrierError

from helpers.exercises import FOLDER
from helpers.spans import append

LONGEST = 6.0  # seconds


class Gate:
    """What a worker is handed in place of a Barrier; a folder that the judge looks into."""

    def __init__(self, path: str) -> None:
        self.path = path

    def wait(self, timeout: float) -> None:
        """Wait until all are here; or raise BrokenBarrierError, as a Barrier, if some are not.

        The judge says so sooner than any time-out, which is for a Barrier.
        """
        with open(os.path.join(self.path, f"{os.getpid()}.here"), "a"):
            pass
        if not self.wait_for("all", "open", seconds=max(timeout, LONGEST)):
            raise BrokenBarrierError
        if not self.has("all"):
            raise BrokenBarrierError

    def wait_for(self, *words: str, seconds: float) -> bool:
        """Wait until the judge says one of these."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if any(map(self.has, words)):
                return True
            time.sleep(0.01)
        return False

    def has(self, word: str) -> bool:
        """Say whether the judge has said this."""
        return os.path.exists(os.path.join(self.path, word))

    def say(self, word: str, more: object = "") -> None:
        """Say something to all others, and maybe more about it."""
        path = os.path.join(self.path, word)
        with open(f"{path}.half", "w", encoding="utf-8") as file:
            file.write(f"{more}")
        os.replace(f"{path}.half", path)

    def heard(self, word: str) -> str:
        """Return what was said about it, besides the word."""
        with open(os.path.join(self.path, word), encoding="utf-8") as file:
            return file.read()


def gate_here() -> Gate | None:
    """Return the gate that the judge keeps for this answer, if it does."""
    folder = os.environ.get(FOLDER)
    path = folder and os.path.join(folder, "gate")
    return Gate(path) if path and os.path.isdir(path) else None


def say_that_a_program_runs() -> None:
    """Tell the judge that this program has begun; of children it knows anyway."""
    notes = os.environ[FOLDER]
    event = ("began", os.getpid(), "a program", os.getppid(), time.monotonic())
    append(os.path.join(notes, f"{os.getpid()}.events"), event)
