"""A recording that nobody can take over, and that no full disk ends."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from helpers.environment import ROOT
from helpers.recording import record
from helpers.spans import note, recording_folder, span
from tests import children

SOMEBODY = 65534  # a user who is neither root nor a learner
POSIX = pytest.mark.skipif(os.name == "nt", reason="on Windows the folder is the user's own")
ROOT_ONLY = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else"
)


@pytest.fixture
def folder():
    """Give the path of the next recording's folder, and remove what a test has put there."""
    path = Path(recording_folder())
    yield path
    if path.is_symlink() or path.is_file():
        path.unlink()
    shutil.rmtree(path, ignore_errors=True)


def is_refused(folder):
    with span("computing"):
        note("secret")
    with pytest.raises(RuntimeError, match="cannot record.*Restart the kernel") as caught, record():
        raise AssertionError("never reached")
    return str(folder) in str(caught.value)


@POSIX
@pytest.mark.parametrize("rights", [0o750, 0o720, 0o701, 0o777])
def test_a_folder_with_rights_for_others_is_refused(folder, rights):
    folder.mkdir()
    folder.chmod(rights)
    assert is_refused(folder)
    assert list(folder.iterdir()) == []


@POSIX
def test_a_link_under_its_name_is_refused(folder, tmp_path):
    folder.symlink_to(tmp_path)
    tmp_path.chmod(0o700)
    assert is_refused(folder)
    assert list(tmp_path.iterdir()) == [] and folder.is_symlink()


def test_a_file_under_its_name_is_refused(folder):
    folder.write_text("precious", encoding="utf-8")
    assert is_refused(folder)
    assert folder.read_text(encoding="utf-8") == "precious"


@ROOT_ONLY
def test_a_folder_of_somebody_else_is_refused(monkeypatch, tmp_path):
    """It has a link in it, so that what is recorded would land in a file of ours."""
    behind = tmp_path / "behind"
    behind.write_text("precious", encoding="utf-8")
    name = f"{os.getpid()}-{threading.get_native_id()}.events"
    with tempfile.TemporaryDirectory(dir="/tmp") as everybody:
        os.chmod(everybody, 0o1777)
        monkeypatch.setenv("TMPDIR", everybody)
        folder = Path(recording_folder())
        take_over = f"mkdir -m 700 {folder} && ln -s {behind} {folder}/{name}"
        subprocess.run(["sh", "-c", take_over], user=SOMEBODY, check=True, timeout=60)
        assert folder.stat().st_uid == SOMEBODY
        assert is_refused(folder)
        assert [path.name for path in folder.iterdir()] == [name]
    assert behind.read_text(encoding="utf-8") == "precious"


@POSIX
def test_no_link_within_the_folder_is_followed(tmp_path):
    behind = tmp_path / "behind"
    behind.touch()
    with record() as timeline:
        name = f"{os.getpid()}-{threading.get_native_id()}.events"
        (Path(recording_folder()) / name).symlink_to(behind)
        note("lost")
        (Path(recording_folder()) / name).unlink()
        note("hello")
    assert [each.text for each in timeline.notes] == ["hello"]
    assert behind.read_bytes() == b""


@POSIX
def test_a_folder_that_others_were_let_into_is_not_read():
    with pytest.raises(RuntimeError, match="the recording is lost"), record():
        note("hello")
        Path(recording_folder()).chmod(0o777)


@pytest.mark.parametrize(
    "garbage",
    [
        b"('note', 'half",
        b"garbage\n",
        b"note('x')\n",
        b"('note', 'too short')\n",
        b"('unheard of', 'x', 'ada', 1, 'MainThread', 1.0)\n",
        b"5\n",
        b"()\n",
        b"([], 1)\n",
        b"\xff\xfe\n",
        b"\x00\n",
        b"(" * 10_000 + b"\n",
        b"('note', 'half('note', 'whole', 'ada', 1, 'MainThread', 1.0)\n",
        b"",
    ],
    ids=lambda garbage: ascii(garbage[:12]),
)
def test_what_cannot_be_read_is_skipped_and_said(garbage):
    def recorded():
        with record() as timeline:
            note("before")
            (Path(recording_folder()) / "1-1.events").write_bytes(garbage)
            note("after")
        return timeline

    with pytest.warns(RuntimeWarning, match="some of this recording is lost.*disk full") as caught:
        timeline = recorded()
    assert [each.text for each in timeline.notes] == ["before", "after"]
    assert caught[0].filename == __file__


def test_what_cannot_be_written_ends_nobody(monkeypatch):
    def full(*arguments, **more):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with record() as timeline:
        note("before")
        with monkeypatch.context() as patch:
            patch.setattr("os.write", full)
            patch.setattr("builtins.open", full)
            with span("computing"):
                note("lost")
        note("after")
    assert [each.text for each in timeline.notes] == ["before", "after"]
    assert timeline.spans == []


FULL_DISK = """
import multiprocessing, os, sys, warnings
from helpers.recording import record
from tests import children

def main():
    warnings.simplefilter("always")
    with record(cpu=True, interval=0.01) as timeline:
        crew = [multiprocessing.Process(target=children.chatter, args=(1000,)) for _ in range(3)]
        for child in crew:
            child.start()
        for child in crew:
            child.join(timeout=60)
    print([child.exitcode for child in crew], 0 < len(timeline.notes) < 3000)

if __name__ == "__main__":
    main()
"""


@ROOT_ONLY
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives a program disks of its own")
def test_a_disk_that_is_full_ends_nobody(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    program = tmp_path / "full.py"
    program.write_text(FULL_DISK, encoding="utf-8")
    within = f"mount -t tmpfs -o size=64k tmpfs {disk} && exec {sys.executable} {program}"
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", within],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(disk), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=100,
    )
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip(f"no disk of our own here: {done.stderr.strip()}")
    assert done.stdout == "[0, 0, 0] True\n", done.stderr
    assert done.stderr.count("Error") == 0
    assert "some of this recording is lost" in done.stderr


def test_a_recording_that_lost_nothing_says_nothing(run, recwarn):
    with record(cpu=True):
        run(children.work, *[(0.01,)] * 10)
    assert [each for each in recwarn if each.category is RuntimeWarning] == []
