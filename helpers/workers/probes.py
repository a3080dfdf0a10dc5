"""The probes of lesson 04: what a process finds, and what it lacks, when it begins."""

from __future__ import annotations

import io
import os
import pickle
import random
import sys
import threading
import time
from multiprocessing import parent_process

from helpers.spans import note, span
from helpers.workers.waiting import receive

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

MARK = "left by the parent"

setting = "as imported"  # the lesson changes it in the parent
lock = threading.Lock()
generator = random.Random()


def work_a_moment() -> None:
    """Stay in a span for a moment, so that the recording shows when the work began."""
    with span("working"):
        time.sleep(0.1)


def look_around(argument: str, file: int) -> None:
    """Note for each thing that the parent has whether it is in this process, too."""
    found = {
        "an argument": argument == MARK,
        "a changed global": setting == MARK,
        "an imported module": "matplotlib" in sys.modules,
        "a running thread": MARK in [thread.name for thread in threading.enumerate()],
        "a held lock": lock.locked(),
        "an open file": is_open(file),
        "a new environment variable": "MARK" in os.environ,
        "a new folder in sys.path": MARK in sys.path,
        "the working directory": os.path.basename(os.getcwd()) == "helpers",
    }
    for thing, is_here in found.items():
        note(f"{thing}: {'yes' if is_here else 'no'}")


def is_open(file: int) -> bool:
    """Say whether the system has, under this number, the source of this module open for us."""
    try:
        return os.path.samestat(os.fstat(file), os.stat(__file__))
    except OSError:
        return False


def open_parcel(parcel: bytes) -> None:
    """Unpickle what the parent has pickled, and note what it is, or the error."""
    try:
        note(f"found {pickle.loads(parcel).__name__}")
    except Exception as error:
        note(f"{type(error).__name__}: {error}")


def cube(number: int) -> int:
    """Return the cube of a number."""
    return number**3


def keep_quiet() -> None:
    """Show no traceback of this process: where one would appear differs by system."""
    sys.stderr = io.StringIO()


def name_parents(connection: Connection) -> None:
    """Note who the system and who multiprocessing call the parent; stay until told to go."""
    note(f"{os.getppid()} {parent_process().pid}")
    connection.send("here")
    receive(connection)


def draw_from_random() -> None:
    """Draw from the generator that everybody shares: that of the module `random`."""
    note_ten(random.random)


def draw_from_module() -> None:
    """Draw from a generator that this module made when it was imported."""
    note_ten(generator.random)


def draw_from_numpy() -> None:
    """Draw from the generator that NumPy keeps for everybody."""
    import numpy  # here, since the other workers do not need it

    note_ten(numpy.random.random)


def draw_from_own() -> None:
    """Draw from a generator that is made here, in the child."""
    note_ten(random.Random().random)


def draw_from_seed(seed: object) -> None:
    """Draw from a generator that is made here, from the seed that the parent sent."""
    import numpy

    note_ten(numpy.random.default_rng(seed).random)


def note_ten(draw: Callable[[], float]) -> None:
    """Note ten numbers, as they are drawn."""
    note(" ".join(f"{draw():.6f}" for _ in range(10)))
