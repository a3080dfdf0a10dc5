"""The judge's end of the line to the process of an answer; the other end is `answering`."""

from __future__ import annotations

import ast
import builtins
import multiprocessing
import pickle
from contextlib import suppress
from threading import Timer
from typing import TYPE_CHECKING, NamedTuple

from helpers.exercises import answering
from helpers.exercises.standing import where_all_stand
from helpers.exercises.values import restore

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

LIMIT = 60.0  # seconds; the deadline of a check is shorter
LONGEST = 10_000_000  # bytes of a reply


class Ended(Exception):
    """The process of an answer has ended, though nobody told it to; with its exit code."""


class Late(Exception):
    """A call took longer than it may, and the process of the answer was ended."""


class Seen(NamedTuple):
    """What the process of an answer saw in itself when a call was over.

    Attributes
    ----------
    changed : tuple
        What the first argument that was changed had been, and what it became.
    running : tuple of str
        The processes that it had started and that still ran.
    threads : int
        How many threads would keep a program from ending.
    method : str or None
        The default start method, if one was set.
    """

    changed: tuple = ()
    running: tuple[str, ...] = ()
    threads: int = 0
    method: str | None = None


class Answer:
    """A learner's file, imported in a process of its own.

    Attributes
    ----------
    pid : int
        That process.
    method : str
        How it is to start processes.
    seen : Seen
        What it saw in itself after the last call.
    crew : list of Life
        The processes that it started in the last call of a `Function`, with their children.
    """

    crew = ()

    def __init__(self, process: subprocess.Popen, path: Path, *method: str) -> None:
        """Have a file imported; the first `reply` comes when that is done.

        Parameters
        ----------
        process : Popen
            It runs `answering.serve`, with pipes to its standard input and output.
        path : Path
            The file.
        *method : str
            How it shall start processes, if not as Python does by default.
        """
        self._process, self.pid = process, process.pid
        self.method = (method or multiprocessing.get_all_start_methods())[0]
        key = bytes(multiprocessing.current_process().authkey)
        self._send(answering.begin, (str(path.parent), path.stem, key, *method), {})

    def ask(
        self,
        function: Callable,
        args: tuple = (),
        options: dict[str, object] | None = None,
        seconds: float = LIMIT,
    ) -> object:
        """Have a function called there.

        Parameters
        ----------
        function : callable
            One that `pickle` can send, or a `Function` of the answer.
        args, options : tuple, dict
            What it is called with; sent by `pickle`, too.
        seconds : float
            How long it may take.

        Returns
        -------
        object
            What it returned, as plain data. What else there was to see is in `seen`.

        Raises
        ------
        Ended, Late
            If the process has ended, or was ended since the call took too long.
        Exception
            What the function raised: an error of the same name, with the ``line`` it came from.
        """
        stood = []
        late = Timer(seconds, self._stop, args=(stood,))
        late.daemon = True
        late.start()
        try:
            self._send(function, args, options or {})
            return self.reply()
        except Ended:
            if stood:
                late.join(timeout=5)  # it may have died of being looked at
                words = f"it had not come to its end after {seconds:g} seconds.{stood[0]}"
                raise Late(words) from None
            raise
        finally:
            late.cancel()

    def _stop(self, stood: list[str]) -> None:
        """See where all processes stand, and end the one that is asked."""
        stood.append("")
        stood[0] = where_all_stand()
        self.kill()

    def _send(self, *request: object) -> None:
        with suppress(OSError):  # if it has ended, the reply will tell
            pickle.dump(pickle.dumps(request), self._process.stdin)
            self._process.stdin.flush()

    def reply(self) -> object:
        """Wait for a reply; the first one comes unasked, when the file has been imported."""
        self.seen = Seen()
        line = self._process.stdout.readline(LONGEST)
        if not line.endswith(b"\n"):
            self._process.kill()
            raise Ended(self._process.wait(timeout=5))
        outcome, *seen = ast.literal_eval(line.decode())
        self.seen = Seen(*seen)
        how, *what = outcome
        if how == "raised":
            raise _error(*what)
        return restore(*what)

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def end(self) -> None:
        """End the process, but nothing that it has started."""
        self._process.stdin.close()
        self._process.wait(timeout=5)


class Made:
    """Something of `multiprocessing` to be made in the process of an answer, such as a Barrier.

    What processes share cannot be sent to another process; this arrives there as the real thing.
    """

    def __init__(self, kind: str, *args: object) -> None:
        self._recipe = kind, *args

    def __reduce__(self) -> tuple:
        return answering.make, self._recipe


def _error(kinds: tuple[str, ...], text: str, line: int) -> BaseException:
    """Make an error that looks like the one that was raised; it is caught by the same names."""
    known = [getattr(builtins, kind, None) for kind in kinds]
    base = next(kind for kind in known if isinstance(kind, type) and _is_simple_error(kind))
    own = {"__init__": lambda self: None, "__str__": lambda self: text, "line": line}
    return type(kinds[0], (base,), own)()


def _is_simple_error(kind: type) -> bool:
    return issubclass(kind, BaseException) and not issubclass(kind, BaseExceptionGroup)
