"""Look at everything that an answer did, whatever its judge asks for: the notes of its processes.

`witness` takes them, in the processes of the answer.
"""

from __future__ import annotations

import ast
import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from helpers.exercises.witness import ANSWER, FOLDER, SIGNAL
from helpers.system.processes import is_running

SIGNALLED = (-15, -9)  # exit codes of what was terminated or killed, under Windows as well
ANY = range(-64, 256)  # exit codes
COMPARE = " Compare what is in args and kwargs with what the function takes."
COMMA = " What was in args? A tuple needs a comma even after a single value: args=(word,)."
SHOWN = 5  # processes, at most
LAST = 500  # characters of what an answer printed
ERROR = re.compile(
    r"Process .*:|Traceback .*|  .*|During handling .*|[\w.]+(Error|Interrupt)\b.*"
    r"|.*resource_tracker: There appear.*"
)


class Wrong(Exception):
    """What is wrong with an answer: what was expected, what came, and a hint.

    Attributes
    ----------
    timed : bool
        Whether a busy machine can be the reason, too.
    """

    def __init__(self, words: str, timed: bool = False) -> None:
        super().__init__(words)
        self.timed = timed


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
    target : str
        The module of the function that it runs, or of its class.
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
    """

    pid: int
    parent: int
    name: str
    method: str
    target: str
    began: float
    ended: float | None
    code: int | None
    told: tuple[str, ...]
    ignored: bool
    error: tuple[str, str, int] | None

    @property
    def of_a_pool(self) -> bool:
        """Whether it belongs to a pool or a manager, which end their processes as they like."""
        return "PoolWorker" in self.name or "Manager-" in self.name


def events(folder: Path | None = None) -> list[tuple]:
    """Read all notes: who wrote it, what it is about, and the time, in order of time."""
    found = []
    for path in (folder or notes_folder()).glob("*.events"):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            with suppress(ValueError, SyntaxError):  # half a line, of one that was killed
                found.append((int(path.stem), *ast.literal_eval(line)))
    return sorted(found, key=lambda event: event[-1])


def notes_folder() -> Path:
    """Return where the processes of this answer write their notes."""
    return Path(os.environ[FOLDER].rpartition("@")[0])


def lives(noted: list[tuple]) -> list[Life]:
    """Put together what was noted of each process that `multiprocessing` has started."""
    found = {}
    errors = {event[2]: tuple(event[3:6]) for event in noted if event[1] == "raised"}
    for writer, what, *rest in noted:
        if what == "started":
            pid, name, method, target, when = rest
            error = errors.get(pid)
            found[pid] = Life(pid, writer, name, method, target, when, None, None, (), False, error)
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
    return life._replace(told=(*life.told, rest[0])) if what == "told" else life


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


def files() -> set[Path]:
    """List what is in the folders of an answer, but for what Python and the judge keep there."""
    scratch = notes_folder().parent
    places = [scratch, scratch / "work", scratch / "answer"]
    found = [path for place in places for path in place.iterdir()]
    return {path for path in found if not OWN_FILES.match(path.name)}


OWN_FILES = re.compile("answer$|witness$|work$|__pycache__$|pymp-|recording-|ex.._")


def error_of(crew: list[Life]) -> str:
    """Say which process of an answer has ended with an error, where and why; or nothing."""
    for life in crew:
        if life.error:
            kind, text, line = life.error
            where = f" in line {line} of your file" if line else ""
            what = f"{kind}{where}: {text}" if text else f"{kind}{where}"
            given = re.search(r"takes (?:from \d+ to )?\d+ positional .* but (\d+) w", text)
            hint = "" if not given else COMMA if int(given[1]) > 4 else COMPARE
            return f"the process {life.name} ended with {what.rstrip('.')}.{hint}"
    return ""


def expect_no_error(crew: list[Life]) -> None:
    """Raise `Wrong` if a process has ended with an error."""
    if error := error_of(crew):
        raise Wrong(error)


def expect_nobody(running: tuple[str, ...], name: str) -> None:
    """Raise `Wrong` if processes still ran when a function returned."""
    if running:
        raise Wrong(
            f"{', '.join(running[:SHOWN])} still ran when {name} returned. Wait for each process "
            "with join(timeout=60) before you go on."
        )


def expect_waited_for(crew: list[Life], name: str) -> None:
    """Raise `Wrong` if a process has ended, and only by luck: nobody has waited for it."""
    for life in crew:
        if life.ignored and not life.of_a_pool:
            raise Wrong(
                f"{name} has not waited for the process {life.name}: that it had ended was luck. "
                "Call join(timeout=60) for each process that you start."
            )


def expect_codes(crew: list[Life], codes: tuple[int, ...]) -> None:
    """Raise `Wrong` if a process was ended by force, or has another exit code than these."""
    for life in crew:
        if life.code is None or life.code in codes or life.of_a_pool:
            continue
        if life.code in SIGNALLED and life.told:
            raise Wrong(
                f"the process {life.name} was ended by {life.told[-1]}(), whatever it was doing. "
                "Let it come to its end by itself, and join it."
            )
        raise Wrong(
            f"the process {life.name} ended with exit code {life.code}, and 0 was expected."
        )


def expect_no_fork(crew: list[Life]) -> None:
    """Raise `Wrong` if a process was forked, where that is not the default."""
    for life in crew:
        if life.method == "fork":
            raise Wrong(
                f"the process {life.name} was started by fork, which Windows does not have. What "
                "is right everywhere is right under spawn, too."
            )


def expect_nothing_left(before: set[Path]) -> None:
    """Raise `Wrong` if there are files that were not there before, or blocks of shared memory."""
    for path in sorted(files() - before):
        raise Wrong(f"it has left {path.name} behind. Remove what you have made.")
    for block in sorted(blocks_left(events())):
        raise Wrong(
            f"it has left a block of shared memory behind, {block.lstrip('/')}. close() is for "
            "each process that uses it, and unlink() for one of them, when all others are done."
        )


def where_all_stand() -> str:
    """Say in which line of the answer each of its processes stands, as far as it can be known."""
    files = {int(path.stem): path for path in notes_folder().glob("*.stack")}
    files = {pid: path for pid, path in sorted(files.items()) if is_running(pid)}
    for pid in files:
        with suppress(OSError, TypeError):  # Windows has no such signal, and says it unasked
            os.kill(pid, SIGNAL)
    end = time.monotonic() + 0.3
    while time.monotonic() < end and not all(_text(path) for path in files.values()):
        time.sleep(0.02)
    names = {event[2]: event[3] for event in events() if event[1] == "began"}
    said = [_stand(names.get(pid, ""), _text(path)) for pid, path in files.items()]
    said = [words for words in said if words]
    return f" When it was stopped, {'; '.join(said[:SHOWN])}." if said else ""


def _stand(name: str, stack: str) -> str:
    """Say where one process stands: in a line of the answer, or else in a function of ours."""
    who = name or "your own process"
    stack = re.split(r"in _bootstrap\n", stack)[0] if name else stack  # under fork: the parent's
    for line in stack.splitlines():
        if "in _finalize_join" in line:
            return f"{who} was at its end, and waited until all that it put into a queue is taken"
        if found := re.search(rf'File ".*{os.environ[ANSWER]}\.py", line (\d+)', line):
            return f"{who} stood in line {found[1]}{_source(int(found[1]))}"
        if found := name and re.search(r'workers.lesson_\d\d\.py", line \d+ in (\w+)', line):
            return f"{who} was in {found[1]}()"
    return ""


def _source(number: int) -> str:
    """Show a line of the answer."""
    answer = notes_folder().with_name("answer") / f"{os.environ[ANSWER]}.py"
    lines = _text(answer).splitlines()
    return f", `{lines[number - 1].strip()}`" if 0 < number <= len(lines) else ""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def printed(output: str) -> str:
    """Show the last of what an answer printed, without the errors, which are told anyway."""
    words = "\n".join(line for line in output.splitlines() if not ERROR.fullmatch(line)).strip()
    if not words:
        return ""
    cut = "..." if len(words) > LAST else ""
    return f"\nYour answer printed:\n{cut}{words[-LAST:]}"
