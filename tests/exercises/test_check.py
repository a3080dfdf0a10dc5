"""A check says what it has to say, of the answer as it is now, and of one that is not there."""

import multiprocessing
import os
import py_compile
import re
from pathlib import Path

import nbformat
import pytest

from helpers.environment import ROOT
from helpers.exercises import answers, check
from helpers.exercises.workers import MOVED
from tests.exercises.trials import Trial, skeleton, solution

EXERCISE = answers.exercises()[0]


@pytest.mark.parametrize("name", answers.exercises())
def test_an_untouched_skeleton_is_not_done_yet(name, tmp_path):
    layout = Trial(name, f"# mine\n\n{skeleton(name)}\n", "")
    assert check.verdict(name, answers.SKELETONS) == "not done yet."
    assert layout.verdict(tmp_path / "it") == "not done yet."


def test_every_exercise_is_in_its_lesson_with_its_skeleton():
    found = []
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell, following in pairs(nbformat.read(path, as_version=4).cells):
            if match := re.match(r"%%exercise (ex\d\d_\w+)\n", cell.source):
                name = match[1]
                found.append(name)
                assert name[2:4] == path.name[:2]
                assert cell.source.partition("\n")[2].strip() == skeleton(name).strip()
                assert following.source == f'check("{name}")'
    assert sorted(found) == answers.exercises()


def pairs(cells):
    code = [cell for cell in cells if cell.cell_type == "code"]
    return zip(code, code[1:], strict=False)


def test_a_file_that_is_missing_is_not_done_yet(tmp_path):
    assert "There is no file" in check.verdict(EXERCISE, tmp_path)


@pytest.mark.parametrize("method", [None, "spawn"])
def test_an_answer_is_judged_as_it_is_now(method, tmp_path):
    right = solution("ex03_letters") + "\n\nEXTRA = 0\n"
    right = right.replace("count_letters(self.word)", "count_letters(self.word) + EXTRA")
    assert right.count("EXTRA") == 2
    path = tmp_path / "ex03_letters.py"
    for text, begins in [
        (right, "right"),
        (right.replace("= 0", "= 1"), "not right yet: egon: in the child"),
    ]:
        path.write_text(text, encoding="utf-8")
        os.utime(path, (1e9, 1e9))  # within the same second; and the files are of the same size
        said = check.verdict("ex03_letters", tmp_path, start_method=method)
        assert said.startswith(begins)
        py_compile.compile(str(path))  # as a notebook does that imports the answer
    assert list(tmp_path.glob("*.py")) == [path]


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_children_of_an_answer_import_nothing_of_the_judge(method, judged):
    heavy = {"psutil", "helpers.recording", "helpers.exercises.judging"}
    text = solution("ex03_letters").replace(
        "count_letters(self.word)", "count_letters(self.word) + 50 * len(HEAVY & set(sys.modules))"
    )
    text += f"\n\nimport sys\n\nHEAVY = {heavy}\n"
    assert text.count("HEAVY") == 2
    assert judged("ex03_letters", text, method=method).startswith("right")
    seen = text.replace("psutil", "helpers.exercises.workers.lesson_03")
    assert "egon: in the child" in judged("ex03_letters", seen, method=method)


def test_an_answer_finds_its_learners_other_files(judged, tmp_path):
    (tmp_path / "it").mkdir()
    text = solution("ex03_letters")
    (tmp_path / "it" / "mine.py").write_text(text, encoding="utf-8")
    assert judged("ex03_letters", "from mine import letters_of\n").startswith("right")


def test_answers_from_before_workers_had_lessons_are_right(judged):
    for name in ["ex00_dinner", "ex03_letters"]:
        text, moved = re.subn(r"exercises\.workers\.lesson_\d\d import", "exercises.workers import",
                              solution(name))  # fmt: skip
        assert moved == 1 and any(word in text for word in MOVED)
        assert judged(name, text).startswith("right")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("ex99_nothing", Path()), "name must be one of ex00"), ((EXERCISE, Path(), 0), "above 0")],
)
def test_bad_arguments_are_named(arguments, words):
    with pytest.raises(ValueError, match=words):
        check.verdict(*arguments)


def test_check_prints_the_verdict(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    check.check(EXERCISE)
    assert capsys.readouterr().out.startswith(f"{EXERCISE}: not done yet. There is no file")


@pytest.mark.parametrize(("said", "shown"), [("right. Well.", 2), ("not right yet: no.", 1)])
def test_who_is_right_is_told_where_ours_is(monkeypatch, capsys, said, shown):
    monkeypatch.setattr(check, "verdict", lambda *arguments, **options: said)
    check.check(EXERCISE)
    lines = capsys.readouterr().out.splitlines()
    assert lines == [f"{EXERCISE}: {said}", f"Ours: notebooks/solutions/{EXERCISE}.py"][:shown]
    assert (ROOT / f"notebooks/solutions/{EXERCISE}.py").is_file()
