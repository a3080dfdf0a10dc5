"""Prepare the virtual environment in which the course runs, on a machine with only Python."""

from __future__ import annotations  # an older Python must get as far as being told so

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
OLDEST = (3, 11)


def prepare() -> str:
    """Install what the course needs, and say which Python has it.

    An environment that is active is used; otherwise one is made in ``.venv``.

    Returns
    -------
    str
        The path of the environment's Python.

    Raises
    ------
    SystemExit
        With a sentence that says what to do, if this Python is too old, has no `venv`, or
        the packages cannot be installed.
    """
    if sys.version_info < OLDEST:
        here, oldest = sys.version.split()[0], ".".join(map(str, OLDEST))
        raise SystemExit(f"This course needs Python {oldest} or newer; this one is {here}.")
    python = _active() or _own()
    print("Installing what the course needs; the first time, this takes some minutes ...")
    _run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        + ["-r", str(ROOT / "requirements.txt")],
        "The packages could not be installed. Is the network up? The reason stands above.",
    )
    return python


def run(command: list[str]) -> int:
    """Run a program at the top of the course, and leave Ctrl-C to it.

    Parameters
    ----------
    command : list of str
        The program and its arguments.

    Returns
    -------
    int
        Its exit code.
    """
    process = subprocess.Popen(command, cwd=ROOT)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the program was interrupted as well, and decides what that means


def _active() -> str | None:
    """Return the Python of an active virtual or conda environment."""
    if sys.prefix != sys.base_prefix or "CONDA_PREFIX" in os.environ:
        return sys.executable
    return None


def _own() -> str:
    """Return the Python of the course's own environment, made if need be."""
    place = ROOT / ".venv"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        _run(
            [sys.executable, "-m", "venv", "--clear", str(place)],
            "No virtual environment could be made. On Debian and Ubuntu this helps: "
            "sudo apt install python3-venv",
        )
    return str(python)


def _run(command: list[str], otherwise: str) -> None:
    if subprocess.run(command).returncode:
        raise SystemExit(otherwise)
