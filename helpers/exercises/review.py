"""Look at everything that an answer did, whatever its judge asks for; say what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

from helpers.exercises.notes import Life, blocks_left, events, notes_folder

SIGNALLED = (-15, -9)  # exit codes of what was terminated or killed, under Windows as well
ANY = range(-64, 256)  # exit codes
COMPARE = " Compare what is in args and kwargs with what the function takes."
COMMA = " What was in args? A tuple needs a comma even after a single value: args=(word,)."
SHOWN = 5  # processes, at most


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


def expect_no_error(crew: list[Life], running: tuple[str, ...] = ()) -> None:
    """Raise `Wrong` if a process has ended with an error.

    Of those that still ran when their function returned, only errors in the learner's own lines
    count: what they needed to begin may have gone with the function.
    """
    if error := error_of([life for life in crew if life.name not in running or _own(life)]):
        raise Wrong(error)


def _own(life: Life) -> bool:
    """Say whether a line of the learner's has led to the error of a process."""
    return bool(life.error and life.error[2])


def expect_work(crew: list[Life]) -> None:
    """Raise `Wrong` if a process was started that had nothing to do."""
    for life in crew:
        if life.idle:
            raise Wrong(
                f"the process {life.name} had nothing to do: its target was None. target=f(...), "
                "with (), calls f here, in your own process, before there is another one. Hand "
                "over the function itself, target=f, and in args what it needs."
            )


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
