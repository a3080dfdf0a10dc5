"""However a run of the tests ends, the answers that lie beside a notebook stay as they are."""

import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from helpers.environment import ROOT
from helpers.system.processes import is_running
from tests.inner import start_tests, write_lesson

WRITE = "%%writefile ex00_dinner.py\ndef leave():\n    raise SystemExit(7)\n"
IMPORT = (
    "import sys\n\nsys.path.insert(0, '..')\n\nimport ex00_dinner\n"
    "from multiprocessing import get_context\n"
)
START = (
    "child = get_context('spawn').Process(target=ex00_dinner.leave)\nchild.start()\n"
    "child.join(timeout=60)\nprint(child.exitcode)\n"
)


@pytest.fixture
def answer(tmp_path):
    path = tmp_path / "notebooks" / "ex00_dinner.py"
    path.parent.mkdir()
    path.write_text("my answer\n", encoding="utf-8")
    return path


def wait_until(condition):
    deadline = time.monotonic() + 60
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert condition()


def test_a_lesson_runs_as_beside_its_answers_but_writes_over_none(answer, tmp_path):
    path = write_lesson(
        answer.parent, (WRITE, "Writing ex00_dinner.py\n"), (IMPORT, ""), (START, "7\n")
    )
    tests = start_tests(path, tmp_path)
    output, _ = tests.communicate(timeout=120)
    assert tests.returncode == 0, output
    assert answer.read_text(encoding="utf-8") == "my answer\n"
    assert {each.name for each in answer.parent.iterdir()} == {answer.name, path.name}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGKILL"])
def test_an_answer_outlives_tests_that_are_stopped(answer, tmp_path, name):
    kernel = tmp_path / "kernel"
    stay = (
        "import os, pathlib, time\n\n"
        f"pathlib.Path({str(kernel)!r}).write_text(str(os.getpid()))\ntime.sleep(60)\n"
    )
    path = write_lesson(answer.parent, (WRITE, "Writing ex00_dinner.py\n"), (stay, ""))
    with start_tests(path, tmp_path) as tests:
        wait_until(lambda: kernel.exists() and kernel.read_text())
        for _ in range(6):  # a Ctrl-C that comes at a bad moment is lost, as people know
            tests.send_signal(getattr(signal, name))
            with suppress(subprocess.TimeoutExpired):
                tests.communicate(timeout=10)
                break
    wait_until(lambda: not is_running(int(kernel.read_text())))
    assert answer.read_text(encoding="utf-8") == "my answer\n"


def test_interrupting_lessons_spares_the_answers_too(answer, tmp_path):
    path = write_lesson(answer.parent, (WRITE, ""), (IMPORT, ""), (START, ""))
    command = [sys.executable, "-m", "tests.interrupts", "--moments", "0", path]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (ended.returncode, answer.read_text(encoding="utf-8")) == (0, "my answer\n")
    assert "once more, to the end: passes" in ended.stdout


def test_what_a_lesson_leaves_in_its_folder_is_found(answer, tmp_path):
    path = write_lesson(answer.parent, ("open('stray.txt', 'w').close()\n", ""))
    tests = start_tests(path, tmp_path)
    output, _ = tests.communicate(timeout=120)
    assert tests.returncode == 1
    assert "the lesson left behind, in its folder" in output and "stray.txt" in output
