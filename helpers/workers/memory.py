"""What the processes of lesson 06 change, or only keep: a module with a state of its own."""

from __future__ import annotations

import os
from types import SimpleNamespace

from helpers.spans import note
from helpers.workers.waiting import receive

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.connection import Connection

count = 0
guests = ["anna"]
prices = {"tea": 2}
table = SimpleNamespace(seats=4)


def reset() -> None:
    """Put everything in this module back to what it was when it was imported."""
    global count
    count = 0
    guests[:] = ["anna"]
    prices["tea"] = 2
    table.seats = 4


def describe(plan: list[str]) -> str:
    """Say what everything is now: here, in the process that asks."""
    things = f"count {count}, guests {guests}, prices {prices}"
    return f"{things}, seats {table.seats}, plan {plan}"


def change_everything(plan: list[str]) -> None:
    """Change a global, a list, a dictionary, an attribute, an argument; note them."""
    global count
    count = count + 1
    guests.append("bert")
    prices["tea"] = 3
    table.seats = 5
    plan.append("dance")
    note(describe(plan))


def note_count() -> None:
    """Note the global that this process finds."""
    note(str(count))


def note_address() -> None:
    """Note where the list of guests is in the memory of this process."""
    note(str(id(guests)))


def append_line(path: str, line: str) -> None:
    """Append a line to a file."""
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def read_letters(descriptor: int) -> None:
    """Read four bytes from a file that the parent has opened, and note them."""
    note(os.read(descriptor, 4).decode())


def keep(block: bytearray, parent: Connection) -> None:
    """Keep a block of memory until the parent says that it may go."""
    parent.send(len(block))
    receive(parent)


def change_and_keep(block: bytearray, parent: Connection) -> None:
    """Change a byte in every page of a block, and keep it."""
    for position in range(0, len(block), 4096):
        block[position] = 1
    keep(block, parent)
