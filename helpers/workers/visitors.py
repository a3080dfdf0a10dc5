"""The visitors of lesson 03: what arrives in a process, and what comes back from it."""

import random
import sys
import time
from multiprocessing import Process, current_process, parent_process

from helpers.spans import note, span


def greet(name: str) -> None:
    """Leave a note with a greeting."""
    note(f"hello {name}")


def invite(guest: str, host: str, *, food: str = "bread", drink: str = "water") -> None:
    """Note who visits whom, and what there is."""
    note(f"{guest} visits {host}: {food} and {drink}")


def introduce() -> None:
    """Note the name of this process, and of the process that started it."""
    note(f"I am {current_process().name}, a child of {parent_process().name}")


def stay(label: str, seconds: float = 0.3) -> None:
    """Spend some time in a span with this label."""
    with span(label):
        time.sleep(seconds)


def visit() -> None:
    """Stay for a random short time."""
    stay("visiting", seconds=random.uniform(0.1, 0.6))


def add_guest(guests: list[str], name: str) -> None:
    """Add a guest to a list, and note the list."""
    guests.append(name)
    note(", ".join(guests))


def accept(gift: object) -> None:
    """Take an argument and do nothing: what is left is the price of the delivery."""


def count_lines(path: str) -> None:
    """Open a file in this process, and note how many lines it has."""
    with open(path, encoding="utf-8") as file:
        note(str(len(file.readlines())))


def count_letters(name: str) -> int:
    """Return how many letters a name has."""
    return len(name)


def exit_with_letters(name: str) -> None:
    """End this process; its exit code is how many letters a name has."""
    sys.exit(len(name))


class Visitor(Process):
    """A process that greets its host: what it runs is its own method."""

    def __init__(self, host: str, **options: object) -> None:
        super().__init__(**options)
        self.host = host
        self.greeted = False

    def run(self) -> None:
        """Greet the host, and remember it."""
        greet(self.host)
        self.greeted = True


class ForgetfulVisitor(Process):
    """A process whose class forgets to make it one."""

    def __init__(self, host: str) -> None:
        self.host = host

    def run(self) -> None:
        """Greet the host."""
        greet(self.host)
