"""A bare Debian in a folder, made by debootstrap and entered by chroot, for `tests.fresh_machine`.

Each program runs in namespaces of its own: what is mounted for it, is mounted for it alone, and
ends with it, as do all its children. So the folder never has a mount that a removal could follow.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from helpers.environment import ROOT

USERS = {"root": ("0:0", "root"), "ada": ("1000:1000", "home/ada")}
CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"
KEPT = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "PIP_INDEX_URL", "UV_INDEX_URL"]
NAMESPACES = [  # they end with the tests, whatever ends these
    *("setpriv", "--pdeathsig", "KILL"),
    *("env", "--default-signal=INT"),  # a shell has its background programs ignore it
    *("unshare", "--mount", "--pid", "--fork", "--kill-child"),
]
ENTER = r"""
set -e
root=$1 user=$2 home=$3 script=$4; shift 4
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
trap : INT  # the script's own program decides what that means
chroot --userspec="$user" "$root" env -i "$@" HOME="/$home" LANG=C.UTF-8 TERM=dumb \
    PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin sh -c "trap : INT; cd; $script; exit \$?"
"""
UNPACKED = shutil.ignore_patterns(
    *(".git", ".venv", "uv.lock", "*_cache", "__pycache__", ".ipynb_checkpoints")
)


def obstacle() -> str | None:
    """Say what keeps this machine from making a Debian, or nothing if it can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "a fresh machine is made by root, on Linux"
    if subprocess.run([*NAMESPACES, "mount", "-t", "tmpfs", "none", "/mnt"]).returncode:
        return "a fresh machine needs namespaces and mounts, which are not allowed here"
    for command in ["debootstrap", "chromium", "chromedriver"]:
        if not shutil.which(command):
            return f"a fresh machine needs Debian's {command}"
    return None if mirror() else "a fresh machine needs a mirror of Debian in apt's sources"


def make(root: Path, suite: str) -> None:
    """Install a Debian that has Python and nothing else, and make a user."""
    debootstrap = ["debootstrap", "--variant=minbase", "--include=python3,ca-certificates"]
    command = [*NAMESPACES, *debootstrap, suite, str(root), mirror()]
    subprocess.run(command, check=True, timeout=600, stdout=subprocess.DEVNULL)
    settings = root / "etc/apt/apt.conf.d/99fresh"
    settings.write_text(  # a stored mirror's dates can be old; and nobody is there to say yes
        'Acquire::Check-Valid-Until "false"; Acquire::Check-Date "false";\n'
        'APT::Get::Assume-Yes "true"; DPkg::Use-Pty "false";\n'
    )
    for path in ["etc/resolv.conf", CERTIFICATES]:
        shutil.copy(Path("/", path), root / path)
    (root / "etc/hosts").write_text("127.0.0.1 localhost\n")
    (root / "etc/pip.conf").write_text(f"[global]\ncert = /{CERTIFICATES}\n")
    run(root, "root", "useradd --create-home --uid 1000 ada")


def unpack(root: Path, user: str, name: str) -> Path:
    """Put the course into a folder of a user's."""
    numbers, home = USERS[user]
    folder = root / home / name
    shutil.copytree(ROOT, folder, ignore=UNPACKED, symlinks=True)
    subprocess.run(["chown", "-R", numbers, folder], check=True, timeout=60)
    return folder


def command(root: Path, user: str, script: str) -> list[str]:
    """Return the command that runs a script of a user's, in the user's home."""
    numbers, home = USERS[user]
    kept = [f"{name}={os.environ[name]}" for name in KEPT if name in os.environ]
    more = [f"SSL_CERT_FILE=/{CERTIFICATES}", "DEBIAN_FRONTEND=noninteractive"]  # uv; apt
    return [*NAMESPACES, "sh", "-c", ENTER, "-", str(root), numbers, home, script, *kept, *more]


def run(root: Path, user: str, script: str, seconds: float = 300) -> tuple[int, str]:
    """Run a script to its end; return its exit code and all that it has said."""
    ended = subprocess.run(
        command(root, user, script),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=seconds,
    )
    print(f"{user}$ {script}\n{ended.stdout}[{ended.returncode}]")
    return ended.returncode, ended.stdout


@dataclass
class Program:
    """A program that runs in a machine."""

    process: subprocess.Popen
    log: Path

    def said(self) -> str:
        """Return what it has said so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def await_words(self, pattern: str, seconds: float) -> str:
        """Wait until the program says something, and return the first group of the pattern."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            ended = self.process.poll() is not None
            if match := re.search(pattern, self.said()):
                return match[1]
            assert not ended, f"it has ended, and did not say {pattern}"
            time.sleep(0.05)
        raise TimeoutError(f"it did not say {pattern} in {seconds} s")

    def interrupt(self, seconds: float = 60) -> int:
        """Do what Ctrl-C does, and return the exit code."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(seconds)


@contextlib.contextmanager
def started(root: Path, user: str, script: str) -> Iterator[Program]:
    """Start a script, and end it at last, with all that it has started."""
    log = root / "log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            command(root, user, script),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    program = Program(process, log)
    try:
        yield program
    finally:
        process.kill()
        process.wait(timeout=30)
        _wait_for_the_last(root)
        print(f"{user}$ {script}\n{program.said()}[{process.returncode}]")


def _wait_for_the_last(root: Path, seconds: float = 60) -> None:
    """Wait until nothing runs in a machine: what was killed may still write for a moment."""
    deadline = time.monotonic() + seconds
    while any(_root_of(process) == str(root) for process in Path("/proc").glob("[0-9]*")):
        assert time.monotonic() < deadline, f"something still runs in {root}"
        time.sleep(0.02)


def _root_of(process: Path) -> str | None:
    try:
        return os.readlink(process / "root")
    except OSError:  # it has ended meanwhile
        return None


def mirror() -> str | None:
    """Return the mirror of Debian that this machine uses itself."""
    folder = Path("/etc/apt")
    for path in [*folder.glob("sources.list.d/*.sources"), folder / "sources.list"]:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if match := re.search(r"^[^#\n]*?(https?://\S+/debian/?)(?=\s|$)", text, re.MULTILINE):
            return match[1]
    return None
