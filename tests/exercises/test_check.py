"""Every exercise knows right answers from wrong ones, and no answer does any harm."""

import ast
import multiprocessing
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import nbformat
import psutil
import pytest

from helpers.environment import ROOT
from helpers.exercises import PROGRAMS, check

ANSWERS = Path(__file__).with_name("answers")
SOLUTIONS = ROOT / "notebooks" / "solutions"
EXERCISE = check.exercises()[0]
TIMELESS = "it had not ended after"
UNWRITTEN = 'raise NotImplementedError("your answer")'


class Trial(NamedTuple):
    """An answer to be judged, and how its verdict has to begin and what must be in it."""

    exercise: str
    text: str | bytes
    begins: str
    hint: str = ""
    method: str | None = None
    deadline: float = 60  # the machine may be busy

    def verdict(self, folder):
        """Judge the answer in a folder of its own."""
        text = self.text if isinstance(self.text, bytes) else self.text.encode()
        folder.mkdir()
        (folder / f"{self.exercise}.py").write_bytes(text)
        return check.verdict(self.exercise, folder, self.deadline, self.method)


def answers(name):
    return sorted((ANSWERS / name).glob("*.py"))


def skeleton(name):
    return (check.SKELETONS / f"{name}.py").read_text(encoding="utf-8")


def methods(name):
    """List the start methods under which an exercise is tried: all, unless they do not matter."""
    solution = (SOLUTIONS / f"{name}.py").read_text(encoding="utf-8")
    if name in PROGRAMS or "multiprocessing" not in solution:
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
            deadline = 5 if TIMELESS in text else 60
            for method in methods(name):
                trial = Trial(name, text, *due, method, deadline)
                yield pytest.param(trial, id=f"{name}-{path.stem}-{method}")


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
SLEEPER = "[sys.executable, '-c', 'import time; time.sleep(60)'], start_new_session=True"
WHOLE_FILES = {
    "half a line": ("def give_dinner(table:\n", "line 1 is no Python that can be read"),
    "nothing": ("", "the file has no function"),
    "not UTF-8": (b"name = '\xe9'\n", "is no Python that can be read"),
    "sys.exit at the top": ("import sys\n\nsys.exit()\n", "ended the whole program"),
    "a bomb": (
        f"import subprocess, sys\n\nwhile True:\n    subprocess.Popen({SLEEPER})\n",
        "it had started more than 50 processes",
    ),
    "a missing module": ("import nothing_of_this_name\n", "ModuleNotFoundError"),
}
# From early and late lessons; each begins with a function that is still to be written.
PLAGUED = ["ex00_dinner", "ex01_memory", "ex05_race", "ex08_patience", "ex11_downloads"]


def hostile_answers():
    """Give all hostile answers to several exercises."""
    for name in PLAGUED:
        assert UNWRITTEN in skeleton(name)
        for kind, (body, words) in HOSTILE.items():
            text = skeleton(name).replace(UNWRITTEN, body)
            deadline = 2 if words is TIMELESS else 60
            trial = Trial(name, text, "not right yet: ", words, None, deadline)
            yield pytest.param(trial, id=f"{name}-{kind}")
        for kind, (text, words) in WHOLE_FILES.items():
            yield pytest.param(Trial(name, text, "not right yet: ", words), id=f"{name}-{kind}")


@pytest.fixture(scope="module")
def verdicts(request, tmp_path_factory):
    """Judge all answers that this run tries, several at a time: mostly they wait."""
    tests = [item for item in request.session.items if hasattr(item, "callspec")]
    trials = {item.callspec.params["trial"] for item in tests if "trial" in item.callspec.params}
    folder = tmp_path_factory.mktemp("answers")
    folders = [folder / str(number) for number in range(len(trials))]
    with ThreadPoolExecutor(4) as threads:
        return dict(zip(trials, threads.map(Trial.verdict, trials, folders), strict=True))


@pytest.mark.parametrize("trial", [*tried_answers(), *hostile_answers()])
def test_an_answer_gets_the_verdict_that_is_due(trial, verdicts):
    assert verdicts[trial].startswith(trial.begins)
    assert trial.hint in verdicts[trial]


def test_nothing_of_all_these_answers_is_left(verdicts):
    assert not survivors()


@pytest.fixture
def judged(tmp_path):
    """Judge a text as the answer to an exercise."""
    return lambda name, text, **options: Trial(name, text, "", **options).verdict(tmp_path / "it")


@pytest.mark.parametrize("name", check.exercises())
def test_an_untouched_skeleton_is_not_done_yet(name, tmp_path):
    layout = Trial(name, f"# mine\n\n{skeleton(name)}\n", "")
    assert check.verdict(name, check.SKELETONS) == "not done yet."
    assert layout.verdict(tmp_path / "it") == "not done yet."


@pytest.mark.parametrize("name", check.exercises())
def test_there_are_enough_answers_to_try(name):
    kinds = [path.stem.partition("_")[0] for path in answers(name)]
    assert kinds.count("right") >= 1
    assert kinds.count("wrong") >= 2
    assert ast.get_docstring(ast.parse((SOLUTIONS / f"{name}.py").read_bytes())).startswith("Right")


@pytest.mark.parametrize("name", check.exercises())
def test_a_solution_runs_as_a_program(name, tmp_path):
    command = [sys.executable, "-m", f"notebooks.solutions.{name}"]
    if name in PROGRAMS and name != "ex04_program":
        command.append(str(tmp_path / "file"))
        (tmp_path / "file").write_text('{"count": 0}', encoding="utf-8")
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0 and "Traceback" not in ended.stderr
    assert ended.stdout or name in PROGRAMS


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


def test_a_file_that_is_missing_is_not_done_yet(tmp_path):
    assert "There is no file" in check.verdict(EXERCISE, tmp_path)


def test_what_got_away_is_ended_all_the_same(judged):
    text = (SOLUTIONS / f"{EXERCISE}.py").read_text(encoding="utf-8")
    text += f"\n\nimport subprocess, sys\nsubprocess.Popen({SLEEPER})\n"
    assert "1 of its processes still ran at the end" in judged(EXERCISE, text)
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
    judged(EXERCISE, skeleton(EXERCISE).replace(UNWRITTEN, "while True: pass"), deadline=1)
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
