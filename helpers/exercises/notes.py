"""Read the notes that the processes of an answer take, and put them together; see `witness`."""

from __future__ import annotations

import ast
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from helpers.exercises import FOLDER


class Life(NamedTuple):
    """What one process of an answer told of itself, and others of it.

    Attributes
    ----------
    pid, parent : int
        Its identifier, and that of the process which started it.
    name : str
        What it is called.
    method : str
        The start method.
    began, ended : float or None
        When it was started, and when its function had ended, in seconds.
    code : int or None
        Its exit code, as who started it saw it, or else as it came to its end itself; or None.
    told : tuple of str
        ``"terminate"`` and ``"kill"``, if these methods were called.
    ignored : bool
        Whether nobody has waited for it, or looked whether it has ended.
    error : tuple or None
        The kind and the text of an error that nothing caught, and the line of the answer, or 0.
    idle : bool
        Whether it had neither a target nor a run method of its own.
    """

    pid: int
    parent: int
    name: str
    method: str
    began: float
    ended: float | None
    code: int | None
    told: tuple[str, ...]
    ignored: bool
    error: tuple[str, str, int] | None
    idle: bool = False

    @property
    def of_a_pool(self) -> bool:
        """Whether it belongs to a pool or a manager, which end their processes as they like."""
        return "PoolWorker" in self.name or "Manager-" in self.name


def events(since: float = 0.0) -> list[tuple]:
    """Read the notes since some time: who wrote it, what it is about, and when; in order."""
    found = []
    for path in notes_folder().glob("*.events"):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            with suppress(ValueError, SyntaxError):  # half a line, of one that was killed
                found.append((int(path.stem), *ast.literal_eval(line)))
    return sorted((event for event in found if event[-1] >= since), key=lambda event: event[-1])


def notes_folder() -> Path:
    """Return where the processes of this answer write their notes."""
    return Path(os.environ[FOLDER])


def lives(noted: list[tuple]) -> list[Life]:
    """Put together what was noted of each process that `multiprocessing` has started."""
    found = {}
    errors = {event[2]: tuple(event[3:6]) for event in noted if event[1] == "raised"}
    for writer, what, *rest in noted:
        if what == "started":
            pid, name, method, when = rest
            error = errors.get(pid)
            found[pid] = Life(pid, writer, name, method, when, None, None, (), False, error)
    for _, what, pid, *rest in noted:
        if life := found.get(pid):
            found[pid] = _and_then(life, what, rest)
    return list(found.values())


def _and_then(life: Life, what: str, rest: list) -> Life:
    """Add what one more note says of a process."""
    if what == "began":  # under fork before start() returns
        return life._replace(began=min(life.began, rest[-1]))
    if what == "ended":
        return life._replace(code=rest[0])
    if what == "over":
        return life._replace(ended=rest[-1], code=rest[0] if life.code is None else life.code)
    if what == "ignored":
        return life._replace(ignored=True)
    if what == "idle":
        return life._replace(idle=True)
    return life._replace(told=(*life.told, rest[0])) if what == "told" else life


def crew(since: float = 0.0) -> list[Life]:
    """Return the lives of all processes that an answer has started since some time."""
    return lives(events(since))


def at_once(crew: list[Life]) -> int:
    """Count how many processes at most ran at the same time."""
    moments = [(life.began, 1) for life in crew]
    moments += [(life.ended, -1) for life in crew if life.ended is not None]
    running = most = 0
    for _, change in sorted(moments):
        running += change
        most = max(most, running)
    return most


def blocks_left(noted: list[tuple]) -> set[str]:
    """Name the blocks of shared memory that were made and not removed."""
    blocks = [event[2:4] for event in noted if event[1] == "block"]
    return {name for what, name in blocks if ("unregister", name) not in blocks}
