"""Every exercise knows right answers from wrong ones, and no answer does any harm."""

import ast
import multiprocessing
import re
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import nbformat
import psutil
import pytest

from helpers import check
from helpers.environment import ROOT

ANSWERS = Path(__file__).with_name("answers")
TIMELESS = "it had not ended after"
SOLUTIONS = ROOT / "notebooks" / "solutions"
EXERCISE = check.exercises()[0]


@pytest.fixture
def judged(tmp_path):
    """Judge a text as the answer to an exercise."""

    def judge(name, text, **options):
        (tmp_path / f"{name}.py").write_bytes(text if isinstance(text, bytes) else text.encode())
        return check.verdict(name, tmp_path, **options)

    return judge


def answers(name):
    return sorted((ANSWERS / name).glob("*.py"))


def skeleton(name):
    return (check.SKELETONS / f"{name}.py").read_text(encoding="utf-8")


def put_in(body):
    """Put a line in the place where an answer belongs."""
    text = skeleton(EXERCISE)
    assert 'raise NotImplementedError("your answer")' in text
    return text.replace('raise NotImplementedError("your answer")', body)


@pytest.mark.parametrize("name", check.exercises())
def test_an_untouched_skeleton_is_not_done_yet(name, judged):
    assert judged(name, skeleton(name)) == "not done yet."
    assert judged(name, f"# mine\n\n{skeleton(name)}\n") == "not done yet."


@pytest.mark.parametrize("name", check.exercises())
def test_the_solution_is_accepted(name, context):
    said = check.verdict(name, SOLUTIONS, start_method=context.get_start_method())
    assert said.startswith("right. ")
    assert ast.get_docstring(ast.parse((SOLUTIONS / f"{name}.py").read_bytes()))


# The default differs from version to version, so CI sees all three; here it is a matter of time.
@pytest.mark.parametrize("method", sorted({multiprocessing.get_all_start_methods()[0], "spawn"}))
@pytest.mark.parametrize("name", check.exercises())
def test_right_answers_are_accepted_and_wrong_ones_get_their_hint(name, method, tmp_path):
    with ThreadPoolExecutor(8) as threads:  # mostly, they wait for their processes
        assert all(threads.map(partial(judged_apart, tmp_path, method), answers(name)))


def judged_apart(folder, method, path):
    """Judge one answer in a folder of its own, and compare the verdict with what is due."""
    text = path.read_text(encoding="utf-8")
    place = folder / path.stem
    place.mkdir()
    (place / f"{path.parent.name}.py").write_text(text, encoding="utf-8")
    deadline = 5 if TIMELESS in text else 60  # the machine may be busy
    said = check.verdict(path.parent.name, place, deadline, start_method=method)
    if path.stem.startswith("right"):
        assert said.startswith("right. "), f"{path.stem}: {said}"
    else:
        hint = re.match("# hint: (.+)", text)[1]
        assert said.startswith("not right yet: "), f"{path.stem}: {said}"
        assert hint in said, f"{path.stem}: {said}"
    return True


@pytest.mark.parametrize("name", check.exercises())
def test_there_are_enough_answers_to_try(name):
    kinds = [path.stem.partition("_")[0] for path in answers(name)]
    assert kinds.count("right") >= 1
    assert kinds.count("wrong") >= 2


def test_every_exercise_is_in_its_lesson_with_its_skeleton():
    found = []
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell, following in pairs(nbformat.read(path, as_version=4).cells):
            if match := re.match(r"%%writefile (ex\d\d_\w+)\.py\n", cell.source):
                name = match[1]
                found.append(name)
                assert name[2:4] == path.name[:2]
                assert cell.source.partition("\n")[2].strip() == skeleton(name).strip()
                assert following.source == f'check("{name}")'
    assert sorted(found) == check.exercises()


def pairs(cells):
    code = [cell for cell in cells if cell.cell_type == "code"]
    return zip(code, code[1:], strict=False)


HOSTILE = {
    "an endless loop": ("while True: pass", TIMELESS),
    "a flood of output": ("while True: print('x' * 10_000)", TIMELESS),
    "a deadlock": ("from threading import Lock; l = Lock(); l.acquire(); l.acquire()", TIMELESS),
    "deaf to SIGTERM": (
        "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    while True: pass",
        TIMELESS,
    ),
    "sys.exit": ("import sys; sys.exit(3)", "ended the whole program"),
    "os._exit": ("import os; os._exit(0)", "Python itself ended, with exit code 0"),
    "a crash": ("import ctypes; ctypes.string_at(0)", "Python itself ended, with exit code"),
    "a question": ("input()", "EOFError"),
    "an error": ("1 / 0", "led to ZeroDivisionError: division by zero"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_answer_is_answered(kind, judged):
    body, words = HOSTILE[kind]
    if words is TIMELESS:
        assert words in judged(EXERCISE, put_in(body), deadline=1)
    else:
        assert words in judged(EXERCISE, put_in(body), deadline=60)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("def give_dinner(table:\n", "line 1 is no Python that can be read"),
        ("", "the file has no function"),
        (b"name = '\xe9'\n", "is no Python that can be read"),
        ("import sys\n\nsys.exit()\n", "ended the whole program"),
        ("import nothing_of_this_name\n", "ModuleNotFoundError"),
    ],
)
def test_a_file_that_cannot_be_imported_is_answered(text, words, judged):
    assert words in judged(EXERCISE, text, deadline=60)


def test_a_file_that_is_missing_is_not_done_yet(tmp_path):
    assert "There is no file" in check.verdict(EXERCISE, tmp_path)


def test_a_bomb_is_stopped_by_the_size_of_its_crowd(judged):
    child = "[sys.executable, '-c', 'import time; time.sleep(60)'], start_new_session=True"
    text = f"import subprocess, sys\n\nwhile True:\n    subprocess.Popen({child})\n"
    assert "it had started more than 50 processes" in judged(EXERCISE, text, deadline=60)
    assert not survivors()


def test_what_got_away_is_ended_all_the_same(judged):
    child = "[sys.executable, '-c', 'import time; time.sleep(60)'], start_new_session=True"
    text = (SOLUTIONS / f"{EXERCISE}.py").read_text(encoding="utf-8")
    text += f"\n\nimport subprocess, sys\nsubprocess.Popen({child})\n"
    assert "1 of its processes still ran at the end" in judged(EXERCISE, text, deadline=60)
    assert not survivors()


def survivors():
    return [each for each in psutil.process_iter() if "time.sleep(60)" in " ".join(command(each))]


def command(process):
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def test_a_check_keeps_its_deadline(judged):
    start = time.perf_counter()
    judged(EXERCISE, put_in("while True: pass"), deadline=1)
    assert time.perf_counter() - start < 30  # generous: the machine may be busy


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
