import subprocess
import sys
import time

import psutil
import pytest

from helpers.environment import ROOT
from helpers.recording import record
from helpers.system import programs
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


@pytest.mark.parametrize(("by_path", "place"), [(False, "helpers.scripts"), (True, "")])
def test_a_program_is_run_by_its_name_or_by_its_path(tmp_path, monkeypatch, by_path, place):
    scripts = tmp_path / "helpers/scripts"
    scripts.mkdir(parents=True)
    (scripts / "who.py").write_text(
        "import sys, above\nprint(__package__, sys.argv[1:], above.__name__)\n", encoding="utf-8"
    )
    (tmp_path / "above.py").touch()
    monkeypatch.setattr(programs, "ROOT", tmp_path)
    monkeypatch.setattr(programs, "SCRIPTS", scripts)
    ended = run_program("who", 1, "two", deadline=30, by_path=by_path)
    assert (ended.exit_code, ended.errors) == (0, "")
    assert ended.output == f"{place or None} ['1', 'two'] above\n"


def test_a_program_that_is_run_by_its_path_takes_part_too():
    with record() as timeline:
        ended = run_program("greeting", deadline=60, by_path=True)

    assert (ended.exit_code, ended.output, ended.errors) == (0, "exit code: 0\n", "")
    assert [note.text for note in timeline.notes] == ["hello"]


def test_a_program_and_its_children_are_killed_at_the_deadline(tmp_path, monkeypatch):
    scripts = tmp_path / "helpers/scripts"
    scripts.mkdir(parents=True)
    (scripts / "endless.py").write_text(
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid, flush=True)\ntime.sleep(60)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(programs, "ROOT", tmp_path)
    monkeypatch.setattr(programs, "SCRIPTS", scripts)
    ended = run_program("endless", deadline=1.5)
    assert ended.exit_code is None and 1.5 <= ended.seconds < 15
    deadline = time.monotonic() + 10
    while psutil.pid_exists(int(ended.output)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not psutil.pid_exists(int(ended.output))


@pytest.mark.parametrize("deadline", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
def test_killed_at_any_moment_a_program_leaves_no_semaphore(deadline):
    ended = run_program("global_lock", "spawn", deadline=deadline)
    assert ended.exit_code in (None, 0)  # and after every test it is seen what was left behind


def test_bad_arguments_are_named():
    with pytest.raises(ValueError, match="script must be one of .*greeting.*, not 'nothing'"):
        run_program("nothing")
    with pytest.raises(ValueError, match="deadline must be above 0 seconds, not 0"):
        run_program("greeting", deadline=0)
