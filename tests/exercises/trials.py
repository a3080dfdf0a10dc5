"""Answers to be judged: how that is done for many at a time, and what they may leave behind."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest

from helpers.environment import ROOT
from helpers.exercises import check
from helpers.exercises.answers import SKELETONS
from helpers.exercises.check import BUSY

ANSWERS = Path(__file__).with_name("answers")
SOLUTIONS = ROOT / "notebooks" / "solutions"
TIMELESS = "it had not ended after"
UNWRITTEN = 'raise NotImplementedError("your answer")'
TOKEN = f"course-tests-{os.getpid()}"  # in the command line of all sleepers of this test run
SLEEPER = f"[sys.executable, '-c', 'import time; time.sleep(60)', '{TOKEN}']"
AT_ONCE = 8  # mostly they wait
AGAIN = 2  # times


class Trial(NamedTuple):
    """An answer to be judged, and how its verdict has to begin and what must be in it."""

    exercise: str
    text: str | bytes
    begins: str
    hint: str = ""
    method: str | None = None
    deadline: float = check.DEADLINE

    def verdict(self, folder: Path) -> str:
        """Judge the answer in a folder of its own."""
        text = self.text if isinstance(self.text, bytes) else self.text.encode()
        folder.mkdir(exist_ok=True)
        (folder / f"{self.exercise}.py").write_bytes(text)
        return check.verdict(self.exercise, folder, self.deadline, self.method)


def judge_all(trials: set[Trial], folder: Path) -> dict[Trial, str]:
    """Judge all, several at a time; what cannot be told on a busy machine once more, alone."""
    folders = {trial: folder / str(number) for number, trial in enumerate(trials)}
    with ThreadPoolExecutor(AT_ONCE) as threads:
        judged = threads.map(Trial.verdict, folders, folders.values())
        verdicts = dict(zip(folders, judged, strict=True))
    for _ in range(AGAIN):
        for trial, said in verdicts.items():
            if said.startswith(BUSY) or TIMELESS in said and trial.hint != TIMELESS:
                verdicts[trial] = trial.verdict(folders[trial])
    return verdicts


def due(verdict: str) -> str:
    """Return a verdict that says something; on a machine that is too busy the test is skipped."""
    if verdict.startswith(BUSY):
        pytest.skip(BUSY)
    return verdict


def answers(name: str) -> list[Path]:
    """List the right and wrong answers to an exercise."""
    return sorted((ANSWERS / name).glob("*.py"))


def solution(name: str) -> str:
    """Return our own answer to an exercise."""
    return (SOLUTIONS / f"{name}.py").read_text(encoding="utf-8")


def skeleton(name: str) -> str:
    """Return the file that a learner begins with."""
    return (SKELETONS / f"{name}.py").read_text(encoding="utf-8")


def survivors() -> list[psutil.Process]:
    """Find the sleepers of this test run that still sleep."""
    return [each for each in psutil.process_iter() if TOKEN in _command(each)]


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []
