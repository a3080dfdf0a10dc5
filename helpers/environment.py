"""Find the Python environment in which the course runs, or make it, with only Python there."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def prepare() -> str:
    """Install what the course needs, and say which Python has it.

    An environment that is active is used; otherwise ``.venv``, which is made if need be. Where
    everything is there already, nothing is asked of pip.

    Returns
    -------
    str
        The path of the environment's Python.

    Raises
    ------
    SystemExit
        With the reason, and the command that goes on from there, if the environment cannot be
        made, the packages cannot be installed, or Ctrl-C was pressed.
    """
    from helpers import installer  # here, because children import this module for `ROOT`

    requirements = ROOT / "requirements.txt"
    try:
        place, python = _active() or _own()
        if not installer.is_ready(place, python, requirements):
            print("Installing what the course needs; this can take some minutes ...", flush=True)
            installer.install(place, python, requirements)
    except OSError as error:
        raise installer.give_up(f"{error}\n{installer.advice(str(error))}") from error
    except KeyboardInterrupt:
        raise installer.give_up("Interrupted.") from None
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


def _active() -> tuple[Path, str] | None:
    """Return the folder and the Python of an active virtual or conda environment."""
    conda = os.environ.get("CONDA_PREFIX")  # set too where another Python runs this
    is_conda = bool(conda) and Path(conda).resolve() == Path(sys.prefix).resolve()
    if is_conda or sys.prefix != sys.base_prefix:
        return Path(sys.prefix), sys.executable
    return None


def _own() -> tuple[Path, str]:
    """Return the folder and the Python of the course's own environment, made if need be."""
    from helpers import installer

    place = ROOT / ".venv"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if installer.is_half_made(place):
        installer.make(place)
    elif not installer.works(str(python)):
        raise installer.give_up(
            f"The Python in {place} does not start, or is older than 3.11. Remove that folder."
        )
    return place, str(python)
