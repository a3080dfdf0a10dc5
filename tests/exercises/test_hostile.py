"""No answer does any harm, none outlives its check, and none writes its own verdict."""

import os
import subprocess
import sys
import time

import pytest

from helpers.environment import ROOT
from helpers.exercises import answers, check
from tests.exercises.trials import (
    AGAIN,
    BUSY,
    SLEEPER,
    TIMELESS,
    UNWRITTEN,
    Trial,
    due,
    skeleton,
    solution,
    survivors,
)

EXERCISE = answers.exercises()[0]
HOSTILE = {
    "an endless loop": ("while True: pass", TIMELESS),
    "a flood of output": ("while True: print('x' * 10_000)", "it printed without end"),
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
WHOLE_FILES = {
    "half a line": ("def give_dinner(table:\n", "line 1 is no Python that can be read"),
    "nothing": ("", "the file has no function"),
    "not UTF-8": (b"name = '\xe9'\n", "is no Python that can be read"),
    "sys.exit at the top": ("import sys\n\nsys.exit()\n", "ended the whole program"),
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
            deadline = 2 if words is TIMELESS else check.DEADLINE
            trial = Trial(name, text, "not right yet: ", words, None, deadline)
            yield pytest.param(trial, id=f"{name}-{kind}")
        for kind, (text, words) in WHOLE_FILES.items():
            yield pytest.param(Trial(name, text, "not right yet: ", words), id=f"{name}-{kind}")


@pytest.mark.parametrize("trial", [*hostile_answers()])
def test_a_hostile_answer_is_told_what_it_did(trial, verdicts):
    verdict = due(verdicts[trial])
    assert verdict.startswith(trial.begins)
    assert trial.hint in verdict


def test_nothing_of_all_these_answers_is_left(verdicts):
    assert not survivors()


DAEMON = f"""
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execve(sys.executable, {SLEEPER}, {{}})
    os._exit(0)
os.wait()"""
ESCAPES = {
    "a program": f"subprocess.Popen({SLEEPER})",
    "one without a mark": f"subprocess.Popen({SLEEPER}, env={{}})",
    "one in a session of its own": f"subprocess.Popen({SLEEPER}, start_new_session=True)",
    "both": f"subprocess.Popen({SLEEPER}, env={{}}, start_new_session=True)",
    "a daemon": DAEMON,
}
if not hasattr(os, "fork"):
    ESCAPES = {"a program": ESCAPES["a program"]}
HERE = "import multiprocessing, os, signal, subprocess, sys\n"


def here(code):
    """Write code that runs in the process of the answer, and not in children that import it."""
    lines = "".join(f"    {line}\n" for line in code.splitlines())
    return f"\n\n{HERE}if multiprocessing.parent_process() is None:\n    pass\n{lines}"


@pytest.mark.parametrize("kind", ESCAPES)
def test_what_got_away_is_seen_and_ended(kind, judged):
    said = judged(EXERCISE, solution(EXERCISE) + here(ESCAPES[kind]))
    assert "1 of its processes still ran at the end" in said
    assert not survivors()


@pytest.mark.parametrize("kind", ESCAPES)
def test_what_got_away_is_ended_when_the_answer_hangs(kind, judged):
    text = solution(EXERCISE) + here(f"{ESCAPES[kind]}\nwhile True: pass")
    said = judged(EXERCISE, text, deadline=3)
    assert TIMELESS in said or said.startswith(BUSY)
    assert not survivors()


def test_an_answer_may_end_its_judge_but_is_not_right_then(judged):
    killing = "os.kill(os.getppid(), getattr(signal, 'SIGKILL', signal.SIGTERM))"
    said = judged(EXERCISE, solution(EXERCISE) + here(f"{ESCAPES['a program']}\n{killing}"))
    assert "the judge was ended before the check was over" in said
    assert not survivors()


def test_nothing_is_left_when_the_notebook_is_killed(tmp_path):
    text = solution(EXERCISE) + here(f"{ESCAPES['a program']}\nwhile True: pass")
    (tmp_path / f"{EXERCISE}.py").write_text(text, encoding="utf-8")
    code = f"from helpers.exercises.check import check; check({EXERCISE!r}, deadline=60)"
    notebook = subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert wait_until(survivors)
    notebook.kill()
    notebook.wait(timeout=10)
    assert wait_until(lambda: not survivors())


BOMB = "import subprocess, sys\n\nwhile True:\n    subprocess.Popen({}, start_new_session=True{})\n"


@pytest.mark.parametrize("hides", ["", ", env={}"])
@pytest.mark.parametrize("name", PLAGUED)
def test_a_bomb_is_seen_and_ended(name, hides, judged):
    said = judged(name, BOMB.format(SLEEPER, hides))  # alone: it keeps the whole machine busy
    assert said.startswith("not right yet: it had started more than 50 processes")
    assert not survivors()


def wait_until(holds, patience=20):
    """Wait until something holds; say whether it does."""
    end = time.monotonic() + patience
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return held


def test_a_check_keeps_its_deadline(judged):
    text = skeleton(EXERCISE).replace(UNWRITTEN, "while True: pass")
    for _ in range(1 + AGAIN):  # the machine may be busy
        start = time.monotonic()
        judged(EXERCISE, text, deadline=3)
        if time.monotonic() - start <= 3 + 3:
            return
    pytest.fail("a check with a deadline of 3 seconds took more than 6 seconds, three times")


REPORT = "def report(serial, parallel, processes):\n    return ({0}, {0})\n"
PREDICT = "def predict(serial_part, cores):\n    return {0}\n"
WORKLESS = REPORT.format("0.0") + PREDICT.format("0.0")
FORGERIES = {
    "the file of the verdict": (
        "import os, sys\nopen(sys.argv[3], 'w').write('right. '); os._exit(0)\n"
    ),
    "an end with a verdict": "import os\nprint('right. Yes.', flush=True)\nos._exit(0)\n",
    "no more expectations": (
        "from helpers.exercises import judging, lesson_02\n"
        f"judging.expect = lesson_02.expect = lambda holds, otherwise: None\n{WORKLESS}"
    ),
    "replies of its own": (
        "import os\nfor n in range(3, 20):\n    try:\n"
        "        os.write(n, b\"('returned', ('constant', True), 0)\\n\" * 100)\n"
        f"    except OSError:\n        pass\n{WORKLESS}"
    ),
}
if sys.platform == "linux":
    FORGERIES["the output of the judge"] = (
        "import os\nwith open(f'/proc/{os.getppid()}/fd/1', 'w') as out:\n"
        f"    out.write('right. Yes.\\n' * 9)\n{WORKLESS}"
    )


@pytest.mark.parametrize("kind", FORGERIES)
def test_an_answer_cannot_write_its_own_verdict(kind, judged):
    assert judged("ex02_speedup", FORGERIES[kind]).startswith("not right yet: ")


def test_an_object_that_equals_everything_is_not_right(judged):
    text = "class Same:\n    def __eq__(self, other):\n        return True\n\n\n"
    said = judged("ex02_processes", f"{text}def how_many(**machine):\n    return Same()\n")
    assert said.startswith("not right yet: ") and "Same object at" in said


def test_what_an_answer_returns_runs_nowhere_else(judged, tmp_path):
    text = (
        "import os\n\n\nclass Thing:\n    def __reduce__(self):\n"
        f"        return os.mkdir, ({str(tmp_path / 'ran')!r},)\n\n\n"
        f"{REPORT.format('Thing()')}"
    )
    assert judged("ex02_speedup", text + PREDICT.format("1")).startswith("not right yet: ")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("name", ["ex08_transfer", "ex09_owner", "ex11_rounds"])
def test_an_error_that_says_timeout_is_told_from_a_deadlock(name, judged):
    text = solution(name) + "\n\ndef late(*args):\n    raise TimeoutError('mine')\n"
    for function in ["transfer_both", "open_office", "play_all"]:
        text += f"\n\n{function} = late\n"
    assert f"of {name}.py led to TimeoutError: mine." in judged(name, text)
