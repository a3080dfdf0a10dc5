"""The ticket office of the lessons on locks and queues: a JSON file with the tickets left.

Children import this module, so it imports only the standard library, and little of it.
"""

from __future__ import annotations

import json
import time

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable

DELAY = 0.01  # seconds that a message to the ticket office takes


def open_office(path: str, tickets: int) -> None:
    """Write how many tickets are left into the file."""
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"count": tickets}, file)


def search(path: str) -> int:
    """Read how many tickets are left."""
    with open(path, encoding="utf-8") as file:
        return json.load(file)["count"]


def network() -> None:
    """Take as long as a message to the ticket office."""
    time.sleep(DELAY)


def buy(path: str, meanwhile: Callable[[], object] = network) -> bool:
    """Buy a ticket if there is one: read the count, wait, count down, wait, write."""
    count = search(path)
    meanwhile()
    if count == 0:
        return False
    count = count - 1
    network()
    open_office(path, count)
    return True
