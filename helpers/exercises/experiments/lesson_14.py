"""Experiments of lesson 14: who uses a connection to a database that somebody else has opened."""

from __future__ import annotations

import functools
import os
import sqlite3
import sys

from helpers.spans import note

TYPE_CHECKING = False  # an answer has no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FOREIGN = "used the connection of another process"
USES = ("execute", "executemany", "executescript", "cursor", "commit", "rollback", "close")


class Connection(sqlite3.Connection):
    """A connection that notes when another process than the one that opened it uses it."""

    def __init__(self, *args: object, **options: object) -> None:
        self.opened_by = os.getpid()
        super().__init__(*args, **options)

    def __enter__(self) -> Connection:
        _look(self)
        return super().__enter__()


def _look(database: Connection) -> None:
    if os.getpid() != database.opened_by:
        note(FOREIGN)


def _watch(name: str) -> None:
    """Have a method of a connection look who calls it."""
    own = getattr(sqlite3.Connection, name)

    @functools.wraps(own)
    def watched(database: Connection, *args: object, **options: object) -> object:
        _look(database)
        return own(database, *args, **options)

    setattr(Connection, name, watched)


for each in USES:
    _watch(each)


def entered(enter_all: Callable, paths: list[Path], file: Path) -> bool:
    """Have files entered into a database, over connections that are watched.

    Say whether the list of paths has changed. A child that is not forked opens a connection of
    its own in any case: none can be handed over.
    """
    connect, handed = sqlite3.connect, [*paths]
    own = vars(sys.modules[enter_all.__module__])
    places = [(vars(sqlite3), "connect"), *((own, name) for name in own if own[name] is connect)]
    for place, name in places:
        place[name] = functools.partial(connect, factory=Connection)
    try:
        enter_all(handed, file)
    finally:
        for place, name in places:
            place[name] = connect
    return handed != paths
