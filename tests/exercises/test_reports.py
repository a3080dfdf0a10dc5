"""A learner sees what is done and what comes next; a teacher sees a table."""

import shutil
import subprocess
import sys

import pytest

from helpers.environment import ROOT
from helpers.exercises import answers, reports

NAMES = ["ex00_machine", "ex00_reading", "ex02_speedup"]
SOLUTIONS = reports.NOTEBOOKS / "solutions"


@pytest.fixture(autouse=True)
def three_exercises(monkeypatch):
    """Do as if the course had only three exercises, which start no process."""
    monkeypatch.setattr(answers, "exercises", lambda: NAMES)


def hand_in(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copy(SOLUTIONS / f"{name}.py", folder)


def test_a_learner_sees_a_line_for_each_exercise_and_what_comes_next(tmp_path):
    hand_in(tmp_path, "ex00_machine")
    (tmp_path / "ex00_reading.py").write_text("def seconds_computing(timeline):\n    return {}\n")
    shutil.copy(answers.SKELETONS / "ex02_speedup.py", tmp_path)
    *lines, count, following = reports.learner(tmp_path)
    states = [line.split(maxsplit=1) for line in lines]
    assert states == [
        ["ex00_machine", "right"],
        ["ex00_reading", "not right yet"],
        ["ex02_speedup", "not done yet"],
    ]
    assert count == "\n1 of 3 exercises are right."
    assert following.startswith("Next: ex00_reading, in notebooks/00-start-here.ipynb.\nnot right")
    assert "grace computes" in following


def test_an_exercise_that_was_never_begun_is_what_comes_next(tmp_path):
    *_, following = reports.learner(tmp_path)
    assert following.startswith("Next: ex00_machine")
    assert "run the cell above" in following


def test_who_has_done_them_all_is_told(tmp_path):
    hand_in(tmp_path, *NAMES)
    assert list(reports.learner(tmp_path))[-2:] == [
        "\n3 of 3 exercises are right.",
        "You have done them all.",
    ]


def test_a_teacher_gets_a_table(tmp_path):
    hand_in(tmp_path / "ada", *NAMES)
    hand_in(tmp_path / "grace" / "course" / "notebooks", "ex00_reading")
    hand_in(tmp_path / "grace" / "course" / "notebooks" / "solutions", *NAMES)  # ours, not hers
    (tmp_path / "nobody").mkdir()
    assert [line.split() for line in reports.table(tmp_path)] == [
        ["student", "00", "02", "all"],
        ["2", "1", "3"],
        ["ada", "2", "1", "3"],
        ["grace", "1", "0", "1"],
        ["nobody", "0", "0", "0"],
    ]


def test_a_folder_without_students_is_named(tmp_path, capsys):
    with pytest.raises(SystemExit, match="there is no folder"):
        reports.main([str(tmp_path / "nowhere")])
    with pytest.raises(SystemExit, match="should have a folder for each student"):
        reports.main([str(tmp_path)])
    assert not capsys.readouterr().out


def test_it_is_a_program(tmp_path):
    (tmp_path / "ada").mkdir()
    command = [sys.executable, "-m", "helpers.progress", tmp_path]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[-1].split()[0] == "ada"
