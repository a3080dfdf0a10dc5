"""The course as a whole: its set-up and its shape."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import environment
from helpers.environment import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_nothing_else_is_visible_at_the_root():
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    course = {"README.md", "requirements.txt", "notebooks", "helpers", "tests"}
    for_tools = {"LICENSE", "pyproject.toml", "conftest.py", "__pycache__"}
    assert course <= visible <= course | for_tools


def test_the_readme_names_the_two_commands_that_exist():
    for package in ("helpers", "tests"):
        assert f"\npython -m {package}\n" in README
        assert (ROOT / package / "__main__.py").is_file()


def test_each_requirement_has_a_lower_bound_and_a_reason():
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z]+>=[\d.]+ +# .+", line)


def test_an_old_python_is_told_so(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 0))
    with pytest.raises(SystemExit, match=r"needs Python 3.11 or newer; this one is 3\."):
        environment.prepare()


def test_packages_that_cannot_be_installed_are_explained(monkeypatch):
    monkeypatch.setattr(environment, "_active", lambda: sys.executable)
    monkeypatch.setattr(subprocess, "run", lambda command: subprocess.CompletedProcess(command, 1))
    with pytest.raises(SystemExit, match="could not be installed. Is the network up"):
        environment.prepare()


def test_an_environment_is_made_once(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    python = Path(environment._own())
    assert python.is_file() and (tmp_path / ".venv") in python.parents
    (tmp_path / ".venv/kept").touch()
    assert environment._own() == str(python)
    assert (tmp_path / ".venv/kept").exists()


def test_an_environment_that_cannot_be_made_is_explained(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(subprocess, "run", lambda command: subprocess.CompletedProcess(command, 1))
    with pytest.raises(SystemExit, match="sudo apt install python3-venv"):
        environment._own()


def test_the_exit_code_of_a_program_is_handed_on():
    assert environment.run([sys.executable, "-c", "raise SystemExit(3)"]) == 3
