"""Say where the processes of an answer stand that hangs, and show what it has printed."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from helpers.exercises import ANSWER
from helpers.exercises.notes import events, notes_folder
from helpers.exercises.witness import SIGNAL
from helpers.system.processes import is_running

SHOWN = 5  # processes, at most
LAST = 500  # characters of what an answer printed
ERROR = re.compile(
    r"Process .*:|Traceback .*|  .*|During handling .*|[\w.]+(Error|Interrupt)\b.*"
    r"|.*resource_tracker: There appear.*"
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
    if name:  # what is below has been forked from the parent; a thread has a _bootstrap, too
        stack = re.split(r'process\.py", line \d+ in _bootstrap\n', stack)[0]
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
