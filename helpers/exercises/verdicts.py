"""Judge many answers: side by side, the same ones once, and none that is known already."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from tqdm import tqdm

from helpers.exercises import check, remembered
from helpers.exercises.check import BUSY
from helpers.system.machine import usable_cores

BROKEN = "could not be judged"
STATES = ("right", "not right yet", "not done yet", BUSY, BROKEN)
A_CORE = 2  # checks; for half of the time they wait
PATIENCE = 5  # checks in a row that were alone, and that this machine still was too busy for
OFTEN = 50  # verdicts after which they are remembered; what comes later may be interrupted


def judge_all(answers: list[Path], again: bool = False) -> dict[Path, str]:
    """Judge answers, with a progress bar on standard error if that is a terminal.

    Parameters
    ----------
    answers : list of Path
        The files, each called as its exercise.
    again : bool
        Whether to judge those as well whose verdict is remembered.

    Returns
    -------
    dict of Path to str
        Their verdicts, each of which begins with one of `STATES`. If this machine was too busy
        to tell, it was asked once more, after all others; nothing else ran then.
    """
    keys = {answer: remembered.key(answer) or str(answer) for answer in answers}
    said = {} if again else remembered.recall()
    unknown = {key: answer for answer, key in keys.items() if key not in said}
    new = {}
    try:
        for answer, verdict in _verdicts(list(unknown.values())):
            said[keys[answer]] = verdict
            # Somebody may have worked on it meanwhile: then it is not known what was judged.
            if remembered.key(answer) == keys[answer]:
                new[keys[answer]] = verdict
            if len(new) % OFTEN == 0:
                remembered.remember(new)
    finally:
        remembered.remember(new)
    return {answer: said[key] for answer, key in keys.items()}


def state(verdict: str) -> str:
    """Return what a verdict begins with, one of `STATES`."""
    return next(each for each in STATES if verdict.startswith(each))


def _verdicts(answers: list[Path]) -> Iterator[tuple[Path, str]]:
    """Judge answers side by side, and those again, alone, that the machine was too busy for."""
    busy = {}
    with _bar(len(answers)) as bar:
        for answer, verdict in _side_by_side(answers):
            if verdict.startswith(BUSY):
                busy[answer] = verdict
            else:
                bar.update()
                yield answer, verdict
        in_vain = 0
        for answer, verdict in busy.items():
            if in_vain < PATIENCE:
                verdict = _verdict(answer)
                in_vain = in_vain + 1 if verdict.startswith(BUSY) else 0
            bar.update()
            yield answer, verdict


def _side_by_side(answers: list[Path]) -> Iterator[tuple[Path, str]]:
    """Judge as many answers at once as this machine can, in any order."""
    threads = ThreadPoolExecutor(max(2, round(A_CORE * usable_cores())))
    try:
        futures = {threads.submit(_verdict, answer): answer for answer in answers}
        for future in as_completed(futures):
            yield futures[future], future.result()
    finally:
        threads.shutdown(cancel_futures=True)


def _verdict(answer: Path) -> str:
    """Judge one answer; whatever breaks in doing so, the others are judged."""
    try:
        return check.verdict(answer.stem, answer.parent)
    except Exception as error:
        return f"{BROKEN}: {type(error).__name__}: {error}"


def _bar(total: int) -> tqdm:
    # By default tqdm also makes a semaphore; see `helpers.lesson.progress`.
    tqdm.set_lock(threading.RLock())
    nowhere = None if total else True  # None: if standard error is no terminal
    return tqdm(total=total, desc="checking", unit="answer", leave=False, disable=nowhere)
