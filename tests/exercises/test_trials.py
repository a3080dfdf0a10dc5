"""Every exercise knows right answers from wrong ones, under every start method.

With ``EVERY_METHOD=1`` in the environment, every wrong answer is tried under every method, too.
"""

import ast
import multiprocessing
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from helpers.environment import ROOT
from helpers.exercises import PROGRAMS, check
from helpers.exercises.answers import exercises
from tests.exercises.trials import SOLUTIONS, TIMELESS, Trial, answers, due, solution

WORKS_ON = {"ex15_ending"}  # until somebody ends it, as its judge does


def methods(name, path, number):
    """List the start methods under which an answer is tried: all for a right one.

    Wrong ones take turns, so that each method meets wrong answers to each exercise.
    """
    if name in PROGRAMS or "multiprocessing" not in solution(name):
        return [None]  # a program chooses for itself; and some start no process
    every = multiprocessing.get_all_start_methods()
    if not path.stem.startswith("wrong") or os.environ.get("EVERY_METHOD"):
        return every
    return [every[number % len(every)]]


def tried_answers():
    """Give all right and wrong answers to all exercises, under every start method."""
    for name in exercises():
        for number, path in enumerate([SOLUTIONS / f"{name}.py", *answers(name)]):
            text = path.read_text(encoding="utf-8")
            due = ("right. ", "")
            if path.stem.startswith("wrong"):
                due = ("not right yet: ", re.match("# hint: (.+)", text)[1])
            deadline = 5 if due[1] == TIMELESS else check.DEADLINE
            for method in methods(name, path, number):
                trial = Trial(name, text, *due, method, deadline)
                yield pytest.param(trial, id=f"{name}-{path.stem}-{method}")


@pytest.mark.parametrize("trial", [*tried_answers()])
def test_an_answer_gets_the_verdict_that_is_due(trial, verdicts):
    verdict = due(verdicts[trial])
    assert verdict.startswith(trial.begins)
    assert trial.hint in verdict


@pytest.mark.parametrize("name", exercises())
def test_there_are_enough_answers_to_try(name):
    kinds = [path.stem.partition("_")[0] for path in answers(name)]
    assert kinds.count("right") >= 1
    assert kinds.count("wrong") >= 2
    assert ast.get_docstring(ast.parse(solution(name))).startswith("Right")


def run_as_program(name, folder):
    """Run a solution as a program, as a reader may do."""
    command = [sys.executable, "-m", f"notebooks.solutions.{name}"]
    if name in PROGRAMS and name != "ex04_program":
        file = folder / name
        file.write_text('{"count": 0}', encoding="utf-8")
        command.append(str(file))
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)


@pytest.fixture(scope="module")
def ended(request, tmp_path_factory):
    """Run all solutions that are tried, four at a time: mostly they wait."""
    ours = [item for item in request.session.items if "ended" in getattr(item, "fixturenames", ())]
    names = [item.callspec.params["name"] for item in ours]
    folder = tmp_path_factory.mktemp("solutions")
    with ThreadPoolExecutor(4) as threads:
        runs = threads.map(lambda name: run_as_program(name, folder), names)
        return dict(zip(names, runs, strict=True))


@pytest.mark.parametrize("name", [name for name in exercises() if name not in WORKS_ON])
def test_a_solution_runs_as_a_program(name, ended):
    assert ended[name].returncode == 0 and "Traceback" not in ended[name].stderr
    assert ended[name].stdout or name in PROGRAMS
