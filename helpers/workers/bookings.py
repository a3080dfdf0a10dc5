"""The ticket office of lesson 08 once more, on a database."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager

from helpers.spans import span
from helpers.workers.tickets import network, tell

TYPE_CHECKING = False  # children have no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.synchronize import Barrier


@contextmanager
def office(tickets: int) -> Iterator[str]:
    """Give the path of a database with so many tickets; afterwards it is gone."""
    import tempfile  # here, since only the parent needs it and it is slow to import

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "tickets.db")
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("CREATE TABLE tickets (count INTEGER)")
            database.execute("INSERT INTO tickets VALUES (?)", (tickets,))
        yield path


def read_count(path: str) -> int:
    """Read how many tickets are left."""
    with closing(sqlite3.connect(path, timeout=60)) as database:
        return database.execute("SELECT count FROM tickets").fetchone()[0]


def buy(path: str) -> bool:
    """Count down by one if there is a ticket: one statement, so one transaction."""
    with closing(sqlite3.connect(path, timeout=60)) as database, database:
        update = "UPDATE tickets SET count = count - 1 WHERE count > 0"
        return database.execute(update).rowcount == 1


def rush(path: str, gate: Barrier) -> None:
    """Buy as the others do, without a lock of our own."""
    gate.wait(timeout=60)
    with span("buying"):
        network()
        sold = buy(path)
        network()
    tell(sold)


def die_updating(path: str) -> None:
    """Count down, and die before the end of the transaction."""
    database = sqlite3.connect(path, timeout=60)
    database.execute("UPDATE tickets SET count = count - 1")
    os._exit(1)
