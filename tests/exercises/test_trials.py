"""Every exercise knows right answers from wrong ones, under every start method."""

import ast
import multiprocessing
import re
import subprocess
import sys

import pytest

from helpers.environment import ROOT
from helpers.exercises import PROGRAMS, check
from tests.exercises.trials import SOLUTIONS, TIMELESS, Trial, answers, solution


def methods(name):
    """List the start methods under which an exercise is tried: all, unless they do not matter."""
    if name in PROGRAMS or "multiprocessing" not in solution(name):
        return [None]  # a program chooses for itself; and some start no process
    return multiprocessing.get_all_start_methods()


def tried_answers():
    """Give all right and wrong answers to all exercises, under every start method."""
    for name in check.exercises():
        for path in [SOLUTIONS / f"{name}.py", *answers(name)]:
            text = path.read_text(encoding="utf-8")
            due = ("right. ", "")
            if path.stem.startswith("wrong"):
                due = ("not right yet: ", re.match("# hint: (.+)", text)[1])
            deadline = 5 if due[1] == TIMELESS else check.DEADLINE
            for method in methods(name):
                trial = Trial(name, text, *due, method, deadline)
                yield pytest.param(trial, id=f"{name}-{path.stem}-{method}")


@pytest.mark.parametrize("trial", [*tried_answers()])
def test_an_answer_gets_the_verdict_that_is_due(trial, verdicts):
    assert verdicts[trial].startswith(trial.begins)
    assert trial.hint in verdicts[trial]


@pytest.mark.parametrize("name", check.exercises())
def test_there_are_enough_answers_to_try(name):
    kinds = [path.stem.partition("_")[0] for path in answers(name)]
    assert kinds.count("right") >= 1
    assert kinds.count("wrong") >= 2
    assert ast.get_docstring(ast.parse(solution(name))).startswith("Right")


@pytest.mark.parametrize("name", check.exercises())
def test_a_solution_runs_as_a_program(name, tmp_path):
    command = [sys.executable, "-m", f"notebooks.solutions.{name}"]
    if name in PROGRAMS and name != "ex04_program":
        command.append(str(tmp_path / "file"))
        (tmp_path / "file").write_text('{"count": 0}', encoding="utf-8")
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0 and "Traceback" not in ended.stderr
    assert ended.stdout or name in PROGRAMS
