"""Make an environment and fill it, so that doing it again mends what was interrupted.

A file in the environment says how far it has come: that it is being made, that packages are being
installed, or for which requirements they all are.
"""

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

STAMP = ".processes-in-python"
MAKING, INSTALLING = "being made", "being filled"

WORKS = "import sys; print(sys.version_info >= (3, 11))"
HAS_PIP = "import pip; from importlib.metadata import version; version('pip')"
HAS_ALL = """
from importlib.util import find_spec
print(all(getattr(find_spec(name), "origin", None) for name in {}))
"""  # what is left of a package that was removed is found as well, but has no origin

ADVICE = [  # what Python, pip or uv say, as a pattern; what to do about it
    (
        "No module named '?(venv|ensurepip)",
        "This Python has no pip, and nothing to make one with. On Debian and Ubuntu type: "
        "sudo apt update && sudo apt install python{}.{}-venv",
    ),
    (
        "No space left|not enough space|quota exceeded",
        "The disk is full: installing needs about a gigabyte.",
    ),
    (
        "Permission denied|Access is denied|Read-only file system",
        "That may not be written to: put the course into a folder of your own.",
    ),
    (
        "connection broken|Failed to fetch|[Tt]imed out|ProxyError|SSLError|CERTIFICATE",
        "The packages could not be fetched. Is the network up? If it needs a proxy, say which in "
        "HTTPS_PROXY.",
    ),
    ("", "The packages could not be installed. The reason stands above."),
]


def is_half_made(place: Path) -> bool:
    """Say whether the course has to make the environment: nothing is there, or half of ours."""
    if not place.exists() or _read_stamp(place) == MAKING:
        return True
    return {path.name for path in place.iterdir()} <= {STAMP}


def make(place: Path) -> None:
    """Make an environment, still without pip, in place of what an earlier attempt has left."""
    place.mkdir(exist_ok=True)
    (place / STAMP).write_text(MAKING, encoding="utf-8")  # first: from now on this is known as ours
    for path in place.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != STAMP:
            path.unlink()
    _do([sys.executable, "-m", "venv", "--without-pip", str(place)])


def works(python: Path) -> bool:
    """Say whether a Python starts, and is new enough."""
    return _ask(python, WORKS) == "True"


def is_ready(place: Path, python: str, requirements: Path) -> bool:
    """Say whether all requirements were installed into an environment, and can still be found."""
    needed = requirements.read_text(encoding="utf-8")
    if _read_stamp(place) != needed:
        return False
    modules = re.findall("^(?!py-spy)[a-z]+", needed, re.MULTILINE)  # which is no module
    return _ask(python, HAS_ALL.format(modules)) == "True"


def install(place: Path, python: str, requirements: Path) -> None:
    """Install requirements into an environment, whoever made it, with its pip or with uv."""
    if _read_stamp(place) == INSTALLING:
        _forget_half_installed(place, python)
    if _read_stamp(place) != MAKING:
        _write_stamp(place, INSTALLING)
    command = _installer(python)
    _write_stamp(place, INSTALLING)
    _do([*command, "-r", str(requirements)])
    _write_stamp(place, requirements.read_text(encoding="utf-8"))


def give_up(sentence: str) -> SystemExit:
    """Return the end of the program: a sentence, and the command that goes on from there."""
    command = [*(["uv", "run"] if "UV" in os.environ else []), *sys.orig_argv]
    typed = subprocess.list2cmdline(command) if os.name == "nt" else shlex.join(command)
    return SystemExit(f"{sentence}\nThen go on with: {typed}")


def advice(said: str) -> str:
    """Say what to do about what a program, or the system, has said."""
    sentence = next(words for pattern, words in ADVICE if re.search(pattern, said))
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        sentence = sentence.replace("sudo ", "")
    return sentence.format(*sys.version_info)


def _installer(python: str) -> list[str]:
    """Return the command that installs packages into the environment of a Python."""
    if _ask(python, HAS_PIP) is None:
        if uv := shutil.which("uv"):
            return [uv, "pip", "install", "--quiet", "--python", python]
        _do([python, "-m", "ensurepip", "--upgrade", "--default-pip"], stdout=subprocess.DEVNULL)
    return [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def _forget_half_installed(place: Path, python: str) -> None:
    """Remove the records of packages whose installation was interrupted.

    pip and uv write ``INSTALLER`` last; without it, files can be missing that are not missed.
    """
    began = (place / STAMP).stat().st_mtime
    packages = Path(_ask(python, "import sysconfig; print(sysconfig.get_path('purelib'))"))
    for record in packages.glob("*.dist-info"):
        if record.stat().st_mtime >= began and not (record / "INSTALLER").exists():
            shutil.rmtree(record)


def _do(command: list[str], stdout: int | None = None) -> None:
    """Run a command; if it fails, give up with what to do about what it said."""
    said = ""
    pipes = {"stdout": stdout, "stderr": subprocess.PIPE, "text": True, "errors": "replace"}
    with subprocess.Popen(command, **pipes) as process:
        try:
            for line in process.stderr:
                said += line
                sys.stderr.write(line)
        except KeyboardInterrupt:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)  # it was interrupted as well, and cleans up
            process.kill()
            raise
    if process.returncode:
        raise give_up(advice(said))


def _ask(python: str, code: str) -> str | None:
    """Return what a Python answers, or nothing if it does not."""
    command = [python, "-P", "-c", code]  # -P: what lies in the current folder is not installed
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if ended.returncode else ended.stdout.strip()


def _read_stamp(place: Path) -> str:
    try:
        return (place / STAMP).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _write_stamp(place: Path, text: str) -> None:
    with contextlib.suppress(OSError):  # an environment of others can have all, and be read-only
        (place / STAMP).write_text(text, encoding="utf-8")
