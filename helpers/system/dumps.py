"""Ask processes of a program that stands still where they are, each way with another tool."""

import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from linecache import getline
from pathlib import Path

from helpers.system.processes import is_running
from helpers.system.standing import Standing, standing_still, wait_until


def own_lines(dump: str, file: str) -> list[str]:
    """Find the lines of a file in a dump, the latest call first, and look them up."""
    found = re.findall(rf'File "(.+{file})", line (\d+) in (\w+)', dump)
    lines = [(function, getline(path, int(number))) for path, number, function in found]
    return [f"{function}: {line.strip()}" for function, line in lines]


def end_with_dump(kind: str, name: str) -> str:
    """Let a program hang, end one of its processes by SIGABRT; return what it wrote."""
    with standing_still("hanging", kind, PYTHONFAULTHANDLER="1") as program:
        os.kill(program.pids[name], signal.SIGABRT)
        wait_until(lambda: not is_running(program.pids[name]))
        return program.errors()


def spy_on(program: Standing, *options: str) -> str:
    """Let py-spy look into a program and its children; return what it says, if only why not."""
    spy = shutil.which("py-spy", path=sysconfig.get_path("scripts")) or shutil.which("py-spy")
    if not spy:
        return "py-spy is not installed"
    command = [spy, "dump", "--pid", str(program.pids["program"]), "--subprocesses", *options]
    plain = os.environ | {"CLICOLOR_FORCE": "0"}  # Jupyter asks for colours
    done = subprocess.run(command, env=plain, capture_output=True, text=True, timeout=60)
    return done.stdout if done.returncode == 0 else done.stderr


def runs_in(kind: str, name: str, seconds: float) -> bool:
    """Ask a process of a hanging program to make a file; say whether it does so."""
    with tempfile.TemporaryDirectory() as folder:
        sign, script = Path(folder, "sign"), Path(folder, "script.py")
        script.write_text(f"open({str(sign)!r}, 'w').close()", encoding="utf-8")
        with standing_still("hanging", kind) as program:
            sys.remote_exec(program.pids[name], str(script))
            return bool(wait_until(sign.exists, seconds))


def end_by(way: str, program: Standing) -> tuple[int, bool]:
    """End a program in a way; return its exit code, and whether nobody of it is left."""
    if way == "Ctrl-C":
        os.killpg(program.process.pid, signal.SIGINT)  # to all, as a terminal does
    else:
        program.process.send_signal(getattr(signal, way))
    code = program.process.wait(timeout=30)
    return code, wait_until(lambda: not any(map(is_running, program.pids.values())))
