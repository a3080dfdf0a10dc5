"""A learner sees what is done, what is wrong and what comes next, and can begin anew."""

import shutil

import pytest

from helpers.exercises import answers, check, remembered, reports, verdicts
from helpers.exercises.statements import lesson_of, statement
from tests.exercises.trials import SOLUTIONS

NAMES = ["ex00_machine", "ex00_reading", "ex02_speedup"]
WRONG = "def seconds_computing(timeline):\n    return {}\n"


@pytest.fixture(autouse=True)
def notebooks(monkeypatch, tmp_path):
    """Do as if the course had three exercises, which start no process, and nobody's answers."""
    monkeypatch.setattr(answers, "exercises", lambda: NAMES)
    monkeypatch.setattr(reports, "NOTEBOOKS", tmp_path)
    monkeypatch.setattr(remembered, "FILE", tmp_path / ".verdicts.json")
    monkeypatch.setenv("COLUMNS", "90")
    return tmp_path


@pytest.fixture
def report(capsys):
    def run(*arguments):
        reports.main([*arguments])
        return capsys.readouterr().out

    return run


def hand_in(folder, *names):
    for name in names:
        shutil.copy(SOLUTIONS / f"{name}.py", folder)


def test_a_learner_sees_each_lesson_the_hints_and_what_comes_next(notebooks, report):
    hand_in(notebooks, "ex00_machine")
    (notebooks / "ex00_reading.py").write_text(WRONG)
    shutil.copy(answers.SKELETONS / "ex02_speedup.py", notebooks)
    lessons, hint, count, following = report().split("\n\n", 3)
    assert [line.split(maxsplit=1) for line in lessons.splitlines()] == [
        ["00-start-here", "1 of 2 right   not right yet: ex00_reading"],
        ["02-how-many-cpus", "0 of 1 right   not done yet: ex02_speedup"],
    ]
    assert hint.startswith("ex00_reading\n    not right yet: ") and "grace computes" in hint
    assert count == "1 of 3 exercises are right."
    assert following.startswith("Next: ex00_reading, in notebooks/00-start-here.ipynb.\n**")


def test_every_wrong_answer_is_told_with_its_hint(monkeypatch, notebooks, report):
    monkeypatch.setattr(
        check, "verdict", lambda name, folder: f"not right yet: the trap of {name}."
    )
    hand_in(notebooks, *NAMES)
    said = report()
    for name in NAMES:
        assert f"\n\n{name}\n    not right yet: the trap of {name}.\n" in said


def test_what_comes_next_can_be_asked_alone(notebooks, report):
    hand_in(notebooks, "ex00_machine", "ex00_reading")
    shown, following = report("--next"), "Next: ex02_speedup, in notebooks/02-how-many-cpus.ipynb."
    assert shown.splitlines()[0] == following
    assert " ".join(statement("ex02_speedup").split()) in " ".join(shown.split())
    assert "Your answer" not in shown and "cell above" not in shown
    (notebooks / "ex00_reading.py").write_text(WRONG)
    assert "\n\nYour answer:\n    not right yet: " in report("--next")


def test_who_has_done_them_all_is_told(notebooks, report):
    hand_in(notebooks, *NAMES)
    assert report().endswith("\n\n3 of 3 exercises are right.\n\nYou have done them all.\n")
    assert report("--next") == "You have done them all.\n"


def test_too_busy_to_tell_is_neither_right_nor_wrong_nor_next(monkeypatch, notebooks, report):
    words = {NAMES[0]: "too busy to tell: other programs run.", NAMES[2]: "not done yet."}
    monkeypatch.setattr(check, "verdict", lambda name, folder: words.get(name, "right. Well."))
    hand_in(notebooks, *NAMES)
    said = report()
    assert "1 of 2 right   too busy to tell: ex00_machine\n" in said
    assert "\n\nex00_machine\n    too busy to tell: other programs run.\n" in said
    assert "1 of 3 exercises are right." in said and "\nNext: ex02_speedup" in said
    del words[NAMES[2]]
    assert report().endswith("Next: check again, when this machine is quieter.\n")


def test_long_hints_are_folded_and_letters_that_the_terminal_lacks_are_no_error(
    monkeypatch, notebooks, report
):
    hint = f"not right yet: {'folded at its blanks ' * 20}\n  File 'ö', line 3 \udcff"
    monkeypatch.setattr(check, "verdict", lambda name, folder: hint)
    hand_in(notebooks, "ex00_machine")
    said = report()
    assert max(map(len, said.splitlines())) <= 90
    assert "\n      File 'ö', line 3 \\udcff\n" in said


@pytest.mark.parametrize("name", answers.exercises())
def test_every_exercise_has_a_statement(name):
    assert statement(name).startswith("**") and len(statement(name)) > 40
    assert lesson_of(name).startswith(f"notebooks/{name[2:4]}-")


def test_an_exercise_is_begun_anew(notebooks, report):
    (notebooks / "ex00_reading.py").write_text(WRONG)
    assert "is kept in old-answers/ex00_reading-1.py." in report("--anew", "ex00_reading")
    skeleton = (answers.SKELETONS / "ex00_reading.py").read_text("utf-8")
    assert (notebooks / "ex00_reading.py").read_text("utf-8") == skeleton
    assert (notebooks / "old-answers" / "ex00_reading-1.py").read_text() == WRONG
    with pytest.raises(SystemExit, match="name must be one of ex00_machine.*, not 'reading'"):
        report("--anew", "reading")


def test_again_judges_what_is_remembered(monkeypatch, notebooks, report):
    hand_in(notebooks, *NAMES)
    monkeypatch.setattr(check, "verdict", lambda name, folder: "right. Once.")
    assert "3 of 3" in report()
    monkeypatch.setattr(check, "verdict", lambda name, folder: "not right yet: twice.")
    assert "3 of 3" in report()
    assert "0 of 3" in report("--again")
    assert "0 of 3" in report()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--next", "--anew", "ex00_reading"], "exclude each other"),
        (["--next", "folder"], "exclude each other"),
        (["--csv", "marks.csv"], "needs the folder"),
    ],
)
def test_what_makes_no_sense_together_is_named(arguments, words, report, capsys):
    with pytest.raises(SystemExit):
        report(*arguments)
    assert words in capsys.readouterr().err


def test_who_interrupts_is_told_that_nothing_is_lost(monkeypatch, notebooks, report):
    def interrupted(answers, again):
        raise KeyboardInterrupt

    monkeypatch.setattr(reports, "judge_all", interrupted)
    with pytest.raises(SystemExit, match="What was checked is remembered"):
        report()


def test_all_states_are_told_apart():
    assert [verdicts.state(f"{each}: so.") for each in verdicts.STATES] == list(verdicts.STATES)
