"""The course as a whole: its set-up, its shape, and the check for what tests leave behind."""

import os
import re
import subprocess
import sys
import time
from multiprocessing import shared_memory
from types import SimpleNamespace

import psutil
import pytest

from helpers.environment import ROOT
from tests import children, plugin
from tests.leftovers import MARK, SHARED, leftovers, present

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_nothing_else_is_visible_at_the_root():
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    course = {"README.md", "requirements.txt", "notebooks", "helpers", "tests"}
    for_tools = {"LICENSE", "pyproject.toml", "conftest.py", "__pycache__", "uv.lock"}
    assert course <= visible <= course | for_tools


def test_the_readme_names_the_two_commands_that_exist():
    for package in ("helpers", "tests"):
        assert f"\npython -m {package}\n" in README
        assert (ROOT / package / "__main__.py").is_file()


def test_each_requirement_has_a_lower_bound_and_a_reason():
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z]+>=[\d.]+ +# .+", line)


def found(tmp_path, before, spared=0):
    return leftovers(tmp_path, before, spared, patience=0.2)


def test_a_child_left_behind_is_found(tmp_path, context):
    before = present(tmp_path)
    child = context.Process(target=children.hold)
    child.start()
    try:
        (words,) = found(tmp_path, before)
        assert words.startswith(f"process {child.pid}: ")
        assert not found(tmp_path, before, spared=child.pid)
    finally:
        child.kill()
        child.join(timeout=30)
    assert not found(tmp_path, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no zombies")
def test_a_zombie_left_behind_is_found(tmp_path):
    before = present(tmp_path)
    child = subprocess.Popen([sys.executable, "-c", ""])
    time.sleep(1)
    assert found(tmp_path, before) == {f"process {child.pid}, a zombie"}
    child.wait(timeout=30)
    assert not found(tmp_path, before)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a session of its own")
def test_an_orphan_left_behind_is_found(tmp_path):
    before = present(tmp_path)
    code = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'],\n"
        "                         start_new_session=True, stdout=subprocess.DEVNULL)\n"
        "print(child.pid)\n"
    )
    orphan = int(subprocess.check_output([sys.executable, "-c", code], timeout=60))
    try:
        assert any(str(orphan) in words for words in found(tmp_path, before))
    finally:
        psutil.Process(orphan).kill()


@pytest.mark.skipif(not SHARED.exists(), reason="shared memory has no folder here")
def test_shared_memory_left_behind_is_found(tmp_path):
    before = present(tmp_path)
    block = shared_memory.SharedMemory(create=True, size=16)
    assert found(tmp_path, before) == {f"shared memory {SHARED / block.name}"}
    block.close()
    block.unlink()
    assert not found(tmp_path, before)


@pytest.mark.skipif(not SHARED.exists(), reason="shared memory has no folder here")
def test_shared_memory_of_others_is_none_of_our_business(tmp_path):
    before = present(tmp_path)
    code = (
        "from multiprocessing.shared_memory import SharedMemory\n"
        "block = SharedMemory(create=True, size=16)\n"
        "print('ready', flush=True); input(); block.close(); block.unlink()\n"
    )
    strangers = {name: value for name, value in os.environ.items() if name != MARK}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", code], env=strangers, **pipes) as other:
        assert other.stdout.readline() == "ready\n"
        left = found(tmp_path, before)
        other.communicate("\n", timeout=30)
    assert not any("shared memory" in words for words in left)


def test_files_left_behind_are_found(tmp_path):
    before = present(tmp_path)
    stray = ROOT / "notebooks/stray.json"
    (tmp_path / "recording-0").mkdir()
    stray.touch()
    try:
        assert found(tmp_path, before) == {f"file {stray}", f"recording {tmp_path / 'recording-0'}"}
    finally:
        stray.unlink()


def test_a_learner_gets_the_answers_back(tmp_path, monkeypatch):
    monkeypatch.setattr(plugin, "ROOT", tmp_path)
    mine, written = (tmp_path / "notebooks" / f"ex00_{name}.py" for name in ["mine", "written"])
    mine.parent.mkdir()
    for path in [mine, written]:
        path.write_text("the skeleton\n", encoding="utf-8")
    plugin._restore_answers(SimpleNamespace(stash={plugin.ANSWERS: {mine: b"my answer\n"}}))
    assert mine.read_bytes() == b"my answer\n"
    assert not written.exists()
