import os
import subprocess
import sys
import time

import psutil
import pytest

from helpers.environment import ROOT
from helpers.recording import record
from helpers.system import programs
from helpers.system.processes import is_running
from helpers.system.programs import run_program


def test_a_program_takes_part_in_the_recording():
    with record() as timeline:
        ended = run_program("greeting", deadline=60)

    assert (ended.exit_code, ended.output, ended.errors) == (0, "exit code: 0\n", "")
    assert [note.text for note in timeline.notes] == ["hello"]


def test_a_program_runs_on_its_own_too():
    command = [sys.executable, "-m", "helpers.scripts.greeting"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "exit code: 0\n")


@pytest.fixture
def script(tmp_path, monkeypatch):
    """Write a script, and let it be run."""
    scripts = tmp_path / "helpers" / "scripts"
    scripts.mkdir(parents=True)
    monkeypatch.setattr(programs, "ROOT", tmp_path)
    monkeypatch.setattr(programs, "SCRIPTS", scripts)

    def write(name, text):
        (scripts / f"{name}.py").write_text(text, encoding="utf-8")
        return name

    return write


@pytest.mark.parametrize(("by_path", "package"), [(False, "helpers.scripts"), (True, None)])
def test_a_program_is_run_by_its_name_or_by_its_path(script, by_path, package):
    (programs.ROOT / "above.py").touch()
    script("who", "import sys, above\nprint(__package__, sys.argv[1:])\n")
    ended = run_program("who", 1, "two", deadline=30, by_path=by_path)
    assert (ended.exit_code, ended.errors) == (0, "")
    assert ended.output == f"{package} ['1', 'two']\n"


def test_a_program_that_is_run_by_its_path_takes_part_too():
    with record() as timeline:
        ended = run_program("greeting", deadline=60, by_path=True)

    assert (ended.exit_code, ended.output, ended.errors) == (0, "exit code: 0\n", "")
    assert [note.text for note in timeline.notes] == ["hello"]


ENDLESS = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])
print(child.pid, flush=True)
time.sleep(60)
"""


def test_a_program_and_its_children_are_killed_at_the_deadline(script):
    ended = run_program(script("endless", ENDLESS), deadline=1.5)
    assert ended.exit_code is None and 1.5 <= ended.seconds < 15
    assert not is_running(int(ended.output))


LEAVES_AN_ORPHAN = """
import subprocess, sys
nowhere = dict.fromkeys(["stdin", "stdout", "stderr"], subprocess.DEVNULL)
command = [sys.executable, "-c", "import time; time.sleep(60)"]
print(subprocess.Popen(command, start_new_session=True, **nowhere).pid)
"""


def test_an_orphan_in_a_session_of_its_own_is_ended(script):
    """It is no descendant of anything of ours: so are all orphans on Windows."""
    ended = run_program(script("leaves_an_orphan", LEAVES_AN_ORPHAN), deadline=60)
    assert ended.exit_code == 0
    orphan = int(ended.output)
    left = is_running(orphan)
    if left:
        psutil.Process(orphan).kill()
    assert not left


LOSES_A_CHILD = """
import os, subprocess, sys, time
code = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(60)"
needed = {key: os.environ[key] for key in ["SYSTEMROOT"] if key in os.environ}
subprocess.Popen([sys.executable, "-c", code, sys.argv[1]], env=needed, start_new_session=True)
time.sleep(60)
"""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # open pipes
def test_what_cannot_be_found_does_not_hold_up_the_notebook(script, tmp_path, monkeypatch):
    """It left the session, has no mark, and keeps the program's output open."""
    monkeypatch.setattr(programs, "PATIENCE", 0.5, raising=False)
    pid = tmp_path / "pid"
    before = time.monotonic()
    with pytest.raises(subprocess.TimeoutExpired):
        run_program(script("loses_a_child", LOSES_A_CHILD), pid, deadline=3)
    took = time.monotonic() - before
    psutil.Process(int(pid.read_text(encoding="utf-8"))).kill()
    assert took < 30


# Python leaves a semaphore if it is killed between making one and telling the tracker, which it
# starts for the first. So here that moment is as short as can be.
LOCKS = """
import multiprocessing, time
from multiprocessing import resource_tracker

def hold(lock):
    with lock:
        time.sleep(60)

if __name__ == "__main__":
    resource_tracker.ensure_running()
    context = multiprocessing.get_context("spawn")
    lock = context.Lock()
    for _ in range(3):
        context.Process(target=hold, args=(lock,)).start()
    time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no resource tracker")
@pytest.mark.parametrize("deadline", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
def test_killed_at_any_moment_a_program_leaves_no_semaphore(script, deadline):
    ended = run_program(script("locks", LOCKS), deadline=deadline)
    assert ended.exit_code is None  # and after every test it is seen what was left behind


def test_bad_arguments_are_named():
    with pytest.raises(ValueError, match="script must be one of .*greeting.*, not 'nothing'"):
        run_program("nothing")
    with pytest.raises(ValueError, match="deadline must be above 0 seconds, not 0"):
        run_program("greeting", deadline=0)
