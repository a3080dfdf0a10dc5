"""The environment is found or made on any machine; what fails is explained by its true reason."""

import ast
import os
import re
import runpy
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers import environment, installer
from helpers.environment import ROOT

PYTHON = "Scripts/python.exe" if os.name == "nt" else "bin/python"
PYTHON_2 = {
    *("Module", "Expr", "Constant", "Import", "alias", "If", "Compare", "Attribute", "Name"),
    *("Load", "Lt", "Tuple", "Call", "BinOp", "Mod", "Subscript"),
}


def old_pythons():
    """Find the Pythons of this machine that are too old, pyenv's among them."""
    names = [shutil.which(f"python{version}") for version in ["2.7", "3.6", "3.8", "3.10"]]
    others = Path.home().glob(".pyenv/versions/*/bin/python")
    asks = "import sys; print(sys.version_info < (3, 11))"
    for path in filter(None, [*names, *others]):
        asked = subprocess.run([path, "-c", asks], capture_output=True, text=True, timeout=60)
        if asked.stdout.strip() == "True":
            yield path


@pytest.mark.parametrize("path", ["helpers/__init__.py", "tests/__init__.py"])
def test_what_an_old_python_reads_first_is_python_2(path):
    text = (ROOT / path).read_text(encoding="ascii")
    assert {type(node).__name__ for node in ast.walk(ast.parse(text))} <= PYTHON_2


@pytest.mark.parametrize("module", ["helpers", "helpers.progress", "tests"])
def test_an_old_python_is_told_what_is_needed(module):
    pythons = list(old_pythons())
    if not pythons:
        pytest.skip("no Python here is too old")
    for python in pythons:
        ended = subprocess.run(
            [python, "-B", "-m", module], cwd=ROOT, capture_output=True, text=True, timeout=60
        )
        assert (ended.returncode, ended.stdout) == (1, "")
        assert re.match(r"This course needs Python 3.11 or newer; this one is \d", ended.stderr)
        assert len(ended.stderr.splitlines()) == 2


@pytest.fixture
def no_environment(monkeypatch):
    """Do as if no environment were active."""
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    monkeypatch.delenv("CONDA_PREFIX", raising=False)


def test_an_environment_that_is_active_is_used(monkeypatch):
    monkeypatch.setattr(sys, "prefix", "/somewhere")
    assert environment._active() == (Path("/somewhere"), sys.executable)


def test_conda_counts_only_where_its_python_runs_this(monkeypatch, no_environment):
    assert environment._active() is None
    monkeypatch.setenv("CONDA_PREFIX", "")
    assert environment._active() is None
    monkeypatch.setenv("CONDA_PREFIX", str(Path(sys.prefix) / "another"))
    assert environment._active() is None
    monkeypatch.setenv("CONDA_PREFIX", sys.prefix)
    assert environment._active() == (Path(sys.prefix), sys.executable)


@pytest.fixture
def course(monkeypatch, tmp_path, no_environment):
    """Make a course that needs one package, which lies beside it, and no network."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    with zipfile.ZipFile(wheels / "tiny-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny.py", "")
        about = "tiny-1.0.dist-info"
        wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n")
        wheel.writestr(f"{about}/RECORD", "".join(f"{name},,\n" for name in wheel.namelist()))
    needs = f"--no-index\n--find-links {wheels.as_uri()}\ntiny>=1.0\n"
    (tmp_path / "requirements.txt").write_text(needs, encoding="utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    return tmp_path


def no_installing(*arguments):
    raise AssertionError("this is installed already")


def test_an_environment_is_made_once_and_again_when_it_lacks_something(course, monkeypatch):
    python = environment.prepare()
    assert Path(python) == course / ".venv" / PYTHON
    packages = subprocess.check_output([python, "-c", "import tiny; print(tiny.__file__)"])
    with monkeypatch.context() as patch:
        patch.setattr(installer, "_do", no_installing)
        assert environment.prepare() == python
    Path(packages.decode().strip()).unlink()
    shutil.rmtree(*Path(packages.decode().strip()).parent.glob("tiny-*"))
    environment.prepare()
    subprocess.run([python, "-c", "import tiny"], check=True, timeout=60)


def test_an_interruption_is_mended_by_running_the_command_again(course, monkeypatch):
    def interrupt(*arguments, **options):
        raise KeyboardInterrupt

    place = course / ".venv"
    with monkeypatch.context() as patch:  # while the environment is made
        patch.setattr(installer, "_do", interrupt)
        with pytest.raises(SystemExit, match=r"^Interrupted.\nThen go on with: \S+"):
            environment.prepare()
    (place / "half").mkdir()
    (place / "half/of it").touch()
    with monkeypatch.context() as patch:  # while what is left of it is removed
        patch.setattr(shutil, "rmtree", interrupt)
        with pytest.raises(SystemExit, match="Interrupted"):
            environment.prepare()
    with monkeypatch.context() as patch:  # while it gets pip
        patch.setattr(installer, "_installer", interrupt)
        with pytest.raises(SystemExit, match="Interrupted"):
            environment.prepare()
    python = environment.prepare()
    assert not (place / "half").exists()
    subprocess.run([python, "-c", "import tiny"], check=True, timeout=60)


def test_a_package_that_was_half_installed_is_installed_again(course):
    place, python = course / ".venv", environment.prepare()
    code = "import tiny; print(tiny.__file__)"
    module = Path(subprocess.check_output([python, "-c", code], text=True).strip())
    (record,) = module.parent.glob("tiny-*")
    kept = module.parent / "older-1.0.dist-info"
    kept.mkdir()
    os.utime(kept, (0, 0))  # a record of the learner's, by a tool that does not sign
    (place / installer.STAMP).write_text(installer.INSTALLING, encoding="utf-8")
    module.unlink()
    (record / "INSTALLER").unlink()
    environment.prepare()
    assert module.exists() and (record / "INSTALLER").exists() and kept.exists()


@pytest.mark.parametrize("uv", [None, "/somewhere/uv"])
def test_an_environment_without_pip_is_filled_all_the_same(course, monkeypatch, uv):
    place = course / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True, timeout=60)
    (place / "of the learner's").touch()
    monkeypatch.setattr(shutil, "which", lambda name: uv)
    (_, python), commands = environment._own(), []
    monkeypatch.setattr(installer, "_do", lambda command, **_: commands.append(command))
    installer.install(place, python, course / "requirements.txt")
    if uv:
        assert commands[-1][:3] == [uv, "pip", "install"]
        assert commands[-1][commands[-1].index("--python") + 1] == python
    else:
        assert commands[0][:3] == [python, "-m", "ensurepip"]
        assert commands[-1][:4] == [python, "-m", "pip", "install"]
    assert (place / "of the learner's").exists()


def test_an_environment_of_the_learners_is_never_removed(course):
    mine = course / ".venv/bin/mine"
    mine.parent.mkdir(parents=True)
    mine.touch()
    with pytest.raises(SystemExit, match="does not start, or is older than 3.11. Remove that fold"):
        environment.prepare()
    assert mine.exists()


def test_an_empty_folder_is_nobodys_environment(tmp_path):
    assert installer.is_half_made(tmp_path / "nothing")
    assert installer.is_half_made(tmp_path)
    (tmp_path / installer.STAMP).touch()  # interrupted before a word was written
    assert installer.is_half_made(tmp_path)
    (tmp_path / "something").touch()
    assert not installer.is_half_made(tmp_path)


def test_what_holds_for_other_requirements_is_not_ready(tmp_path):
    needed = tmp_path / "requirements.txt"
    needed.write_text("pytest>=1  # here\n", encoding="utf-8")
    assert not installer.is_ready(tmp_path, sys.executable, needed)
    (tmp_path / installer.STAMP).write_text("pytest>=1  # here\n", encoding="utf-8")
    assert installer.is_ready(tmp_path, sys.executable, needed)
    needed.write_text("pytest>=2  # here\n", encoding="utf-8")
    assert not installer.is_ready(tmp_path, sys.executable, needed)


def test_what_is_left_of_a_removed_package_is_not_ready(tmp_path, monkeypatch):
    needed = tmp_path / "requirements.txt"
    for folder in [tmp_path, tmp_path / "removed/__pycache__"]:
        folder.mkdir(exist_ok=True, parents=True)
    for path in [needed, tmp_path / installer.STAMP]:
        path.write_text("removed>=1\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert not installer.is_ready(tmp_path, sys.executable, needed)


@pytest.mark.parametrize(
    ("said", "advised"),
    [
        ("/course/.venv/bin/python: No module named ensurepip\n", "apt install python3.*-venv"),
        ("/usr/bin/python3: No module named venv\n", "apt install python3.*-venv"),
        ("ERROR: [Errno 28] No space left on device\n", "disk is full"),
        ("[WinError 112] There is not enough space on the disk", "disk is full"),
        ("[Errno 13] Permission denied: '/course/.venv'", "may not be written to"),
        ("WARNING: Retrying (Retry(total=4)) after connection broken by 'ProxyError'", "network"),
        ("error: Request failed\n  cause: Failed to fetch: https://pypi.org/", "network up"),
        ("error: No solution found when resolving dependencies", "The reason stands above"),
        ("ERROR: Could not build wheels for numpy", "The reason stands above"),
    ],
)
def test_the_advice_is_for_what_was_said(said, advised):
    assert re.search(advised, installer.advice(said))


def test_root_needs_no_sudo(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert "type: sudo apt update && sudo apt install" in installer.advice("No module named venv")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert "type: apt update && apt install" in installer.advice("No module named venv")


def test_the_command_to_go_on_with_is_the_one_that_was_typed(monkeypatch):
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-m", "helpers", "--port=1 2"])
    monkeypatch.delenv("UV", raising=False)
    assert re.search(r"\nThen go on with: python3 -m helpers .--port", str(installer.give_up("")))
    monkeypatch.setenv("UV", "/somewhere/uv")
    assert "\nThen go on with: uv run python3 -m helpers" in str(installer.give_up(""))


def test_a_program_that_fails_is_heard_and_explained(capsys):
    code = "import sys; sys.exit('[Errno 28] No space left on device')"
    with pytest.raises(SystemExit, match="^The disk is full"):
        installer._do([sys.executable, "-c", code])
    assert capsys.readouterr().err == "[Errno 28] No space left on device\n"


def test_what_the_system_refuses_is_explained(course, monkeypatch):
    def refuse(place):
        raise PermissionError(13, "Permission denied", str(place))

    monkeypatch.setattr(installer, "make", refuse)
    with pytest.raises(SystemExit, match=r"(?s)Permission denied: .*may not be written to.*go on"):
        environment.prepare()


def test_the_exit_code_of_a_program_is_handed_on():
    assert environment.run([sys.executable, "-c", "raise SystemExit(3)"]) == 3


class Without:
    """Let the import of a module of ours fail for the lack of another module."""

    def __init__(self, module, missing):
        self.module, self.missing = module, missing

    def find_spec(self, name, path=None, target=None):
        if name == self.module:
            raise ModuleNotFoundError(f"No module named {self.missing!r}", name=self.missing)


@pytest.fixture
def progress(monkeypatch):
    """Run `helpers.progress` without a module, and return the commands that it runs instead."""

    def run(missing):
        commands = []
        monkeypatch.delitem(sys.modules, "helpers.exercises.reports", raising=False)
        monkeypatch.setattr(
            sys, "meta_path", [Without("helpers.exercises.reports", missing), *sys.meta_path]
        )
        monkeypatch.setattr(environment, "prepare", lambda: "another python")
        monkeypatch.setattr(environment, "run", lambda command: commands.append(command) or 0)
        monkeypatch.setattr(sys, "argv", ["progress", "a folder"])
        with pytest.raises(SystemExit):
            runpy.run_module("helpers.progress", run_name="__main__")
        return commands

    return run


def test_progress_prepares_once(progress):
    ((python, option, code, folder),) = progress("psutil")
    assert (python, option, folder) == ("another python", "-c", "a folder")
    assert "helpers.progress" not in code  # or it would prepare again, for ever
    command = [sys.executable, option, code, "--help"]
    said = subprocess.check_output(command, cwd=ROOT, text=True, timeout=60)
    assert said.startswith("usage: python -m helpers.progress")


@pytest.mark.parametrize("ours", ["helpers.exercises.reports", "helpers.exercises.check"])
def test_a_module_of_ours_that_is_missing_is_shown(progress, ours):
    with pytest.raises(ModuleNotFoundError, match=ours):
        progress(ours)


@pytest.fixture
def lab():
    return runpy.run_module("helpers.__main__")["lab"]


@pytest.mark.parametrize(
    ("user", "arguments", "added"),
    [(0, [], True), (0, ["--allow-root"], False), (1000, ["--port=9999"], False)],
)
def test_root_is_allowed_and_told_so(lab, monkeypatch, capsys, user, arguments, added):
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    *options, lesson = lab(arguments)[: -len(arguments) or None]
    assert ("--allow-root" in options, "You are root" in capsys.readouterr().out) == (added, added)
    assert lab(arguments)[-len(arguments) :] == (arguments or lab(arguments))
    assert (ROOT / lesson).is_file()


@pytest.mark.parametrize(
    ("token", "generated", "end"),
    [("abc", True, ".ipynb?token=abc"), ("secret", False, ".ipynb"), ("", False, ".ipynb")],
)
def test_the_address_of_the_lesson_has_jupyters_own_token(token, generated, end):
    from helpers.address import lesson_address

    provider = SimpleNamespace(token=token, token_generated=generated)
    server = SimpleNamespace(identity_provider=provider, connection_url="http://localhost:8889/")
    address = lesson_address(server)
    assert address.startswith("http://localhost:8889/lab/tree/notebooks/00-") and end in address
    assert address.endswith(end)
