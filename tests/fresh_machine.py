"""The first ten minutes, on machines that have never seen the course: bare Debian, old and new.

``python -m tests tests/fresh_machine.py -s`` goes through all of it and shows what is said. It
needs Linux, root, Debian's debootstrap, chromium and chromium-driver, and the group ``maintain``.
Windows, macOS and conda are not here: `test_environment` tries what is decided there, as far as
their answers can be pretended.
"""

import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import debian

pytest.importorskip("selenium", reason="a fresh machine needs the group maintain")
find_uv = pytest.importorskip("uv", reason="a fresh machine needs the group maintain").find_uv_bin

from tests import browser  # noqa: E402 - it needs selenium

SUITES = ["bookworm", "sid"]  # the oldest Debian with Python 3.11 or newer, and the newest
LESSON = r"\nThe first lesson: (http://localhost:\d+/lab/tree/notebooks/00\S+\?token=\w+)\n"
OPEN = "cd course; python3 -m helpers"


@pytest.fixture(scope="session")
def machines():
    """Make all machines, at the same time, and remove them at last."""
    if why := debian.obstacle():
        pytest.skip(why)
    signal.signal(signal.SIGTERM, lambda *_: pytest.exit("ended from outside"))  # and cleaned up
    folder = tempfile.mkdtemp(prefix="fresh-machine-")
    roots = {suite: Path(folder, suite) for suite in SUITES}
    try:
        with ThreadPoolExecutor() as threads:
            list(threads.map(debian.make, roots.values(), roots))
        for root in roots.values():
            debian.unpack(root, "ada", "course")
        yield roots
    finally:
        subprocess.run(["rm", "-rf", "--one-file-system", folder], check=True, timeout=900)


@pytest.fixture(scope="module", params=SUITES)
def machine(request, machines):
    return machines[request.param]


def ends_with_advice(said, sentence):
    """Say whether a program ended with a sentence, and with the command that goes on."""
    command = r"(uv run )?\S*python3? -m (helpers|tests)"
    return re.search(rf"(^|\n){sentence}.*\nThen go on with: {command}\n$", said)


def wait_for(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"it did not happen in {seconds} s"
        time.sleep(0.01)


def the_lesson_runs(address, course):
    """Open the printed address, and run the lesson to its end; return when it was first seen."""
    notebook = course / "notebooks/00-start-here.ipynb"
    browser.forget_outputs(notebook)
    with browser.opened(address) as page:
        shown = time.monotonic()
        cells = browser.run_all(page, notebook)
    outputs = [output["output_type"] for cell in cells for output in cell["outputs"]]
    assert len(cells) > 10 and len(outputs) > 10 and "error" not in outputs
    return shown


def the_lesson_is_there(machine, user, script):
    """Open the course, see that the printed address answers, and end it as Ctrl-C does."""
    with debian.started(machine, user, script) as program:
        address = program.await_words(LESSON, 300)
        with urllib.request.urlopen(address, timeout=30) as page:
            assert "JupyterLab" in page.read().decode()
        assert program.said().endswith(f"{address}\n")  # after Jupyter's
        assert program.interrupt() == 0


def test_an_old_python_is_told_what_is_needed(machine):
    if machine.name != "bookworm":
        pytest.skip("once is enough")
    older = f"deb [trusted=yes] {debian.mirror()} bullseye main\n"
    (machine / "etc/apt/sources.list.d/older.list").write_text(older)
    debian.run(machine, "root", "apt update; apt install python2.7-minimal python3.9-minimal")
    for python in ["python2.7", "python3.9"]:
        for module in ["helpers", "helpers.progress", "tests"]:
            code, said = debian.run(machine, "ada", f"cd course; {python} -B -m {module}")
            assert code == 1
            assert said.startswith("This course needs Python 3.11 or newer; this one is ")


def test_debians_python_alone_is_told_what_to_install_and_that_helps(machine):
    code, said = debian.run(machine, "ada", OPEN)
    assert code == 1 and ends_with_advice(said, "This Python has no pip")
    (advice,) = re.findall(r"type: (sudo apt update && sudo apt install python3\.\d+-venv)\n", said)
    assert debian.run(machine, "root", advice.replace("sudo ", ""))[0] == 0


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_it_is_interrupted_while_it_makes_the_environment(machine, end):
    packages = machine / "home/ada/course/.venv/lib"
    with debian.started(machine, "ada", OPEN) as program:
        program.await_words(
            "(Installing)", 60
        )  # what an earlier attempt has left is removed by now
        wait_for(lambda: any(packages.glob("*/site-packages/pip/_vendor")))
        if end == signal.SIGINT:
            assert program.interrupt() == 1
            assert ends_with_advice(program.said(), "Interrupted.")


def test_without_a_network_it_says_so(machine):
    as_ada = "setpriv --reuid=ada --regid=ada --clear-groups env HOME=/home/ada PIP_RETRIES=1"
    code, said = debian.run(machine, "root", f"unshare --net {as_ada} sh -c 'cd; {OPEN}'")
    assert code == 1 and ends_with_advice(said, "The packages could not be fetched. Is the network")


def test_a_user_opens_the_first_lesson_and_runs_it(machine):
    began = time.monotonic()
    with debian.started(machine, "ada", OPEN) as program:
        shown = the_lesson_runs(program.await_words(LESSON, 300), machine / "home/ada/course")
        assert program.interrupt() == 0
    print(f"{shown - began:.0f} s from an empty machine to the first lesson")


def test_the_second_time_it_starts_at_once(machine):
    code = "from helpers.environment import prepare; prepare()"
    began = time.monotonic()
    assert debian.run(machine, "ada", f"cd course; python3 -c '{code}'") == (0, "")
    assert time.monotonic() - began < 2
    print(f"{time.monotonic() - began:.2f} s before JupyterLab's own start")
    the_lesson_is_there(machine, "ada", OPEN)


def test_root_opens_the_first_lesson_and_runs_it(machine):
    course = debian.unpack(machine, "root", "course")
    with debian.started(machine, "root", OPEN) as program:
        the_lesson_runs(program.await_words(LESSON, 300), course)
        assert "You are root, so JupyterLab is started with --allow-root." in program.said()
        assert program.interrupt() == 0


@pytest.fixture
def with_uv(machine):
    shutil.copy(find_uv(), machine / "usr/local/bin/uv")
    yield
    (machine / "usr/local/bin/uv").unlink()


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("activated", "uv venv && . .venv/bin/activate && python -m helpers"),
        ("not-activated", "uv venv && python3 -m helpers"),
        ("run", "uv run python -m tests tests/system/test_machine.py && uv run python -m helpers"),
    ],
)
def test_uv_in_each_of_its_uses(machine, with_uv, name, script):
    course = debian.unpack(machine, "ada", name)
    there = {path.name for path in course.iterdir()}
    the_lesson_is_there(machine, "ada", f"cd {name}; {script}")
    assert not any(course.glob(".venv/lib/*/site-packages/pip"))
    ignored = {".venv", "uv.lock", "__pycache__", ".pytest_cache"}
    assert {path.name for path in course.iterdir()} - there <= ignored


def test_a_full_disk_is_called_one(machine, with_uv):
    debian.unpack(machine, "root", "full")
    script = "cd full; mkdir .venv; mount -t tmpfs -o size=30m none .venv; python3 -m helpers"
    code, said = debian.run(machine, "root", script)
    assert code == 1 and ends_with_advice(said, "The disk is full")
