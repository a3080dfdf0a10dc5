"""What the processes of the exercises of lesson 03 run."""

from __future__ import annotations

import os
import time
from multiprocessing import parent_process

from helpers.exercises import ANSWER
from helpers.spans import note

PAUSE = 0.1  # seconds; longer than anybody sleeps who does not wait for the end


def invite(guest: str, host: str, *, drink: str = "water") -> None:
    """Note who visits whom, and what there is to drink."""
    note(f"{guest} visits {host} for {drink}")


def count_letters(name: str) -> int:
    """Return how many letters a name has, and note that they were counted here.

    A child that is judged returns some number instead, which nobody else can know; not 1, which
    is the exit code of an error.
    """
    letters = sum(each.isalpha() for each in name)
    if os.environ.get(ANSWER) == "ex03_letters" and parent_process():
        time.sleep(PAUSE)
        letters = 2 + os.urandom(1)[0] % 200
    note(f"{letters}")
    return letters
