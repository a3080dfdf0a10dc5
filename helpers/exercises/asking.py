"""The judge's end of the line to the process of an answer; the other end is `answering`."""

from __future__ import annotations

import ast
import builtins
import multiprocessing
import pickle
from contextlib import contextmanager, suppress
from threading import Event, Thread, Timer
from typing import TYPE_CHECKING, NamedTuple

from helpers.exercises import answering, review
from helpers.exercises.values import restore, shown

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

GRACE = 1.0  # seconds; after an error in a child a parent may be about to notice it
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
        The processes that it started in the last call, with their children.
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
                words = f"it had not come to its end after {seconds:g} seconds.{stood[0]}"
                raise Late(words) from None
            raise
        finally:
            late.cancel()

    def _stop(self, stood: list[str]) -> None:
        """See where all processes stand, and end the one that is asked."""
        stood.append(review.where_all_stand())
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


class Function:
    """A function that is called in the process of an answer.

    As an argument of another one it arrives there as the function that it stands for. When it
    has been called, all that its processes did is looked at.

    Attributes
    ----------
    codes : tuple of int
        The exit codes that its processes may end with.
    may : tuple of str
        What it may do that is otherwise wrong: ``"change"`` what it was handed, ``"leave"``
        processes, threads, blocks of shared memory or files behind, ``"set"`` the default start
        method, or ``"choose"`` fork though it is not the default.
    """

    def __init__(
        self,
        answer: Answer,
        function: Callable | str,
        codes: tuple[int, ...] = (0,),
        may: tuple[str, ...] = (),
    ) -> None:
        self.answer, self.function, self.codes, self.may = answer, function, codes, may
        self.__name__ = function if isinstance(function, str) else function.__name__

    def __reduce__(self) -> tuple:
        return answering.find, (self.function,)

    def __call__(self, *args: object, **options: object) -> object:
        """Have it called there, and return what it returns."""
        return self.call(args, options)

    def call(
        self, args: tuple, options: dict[str, object] | None = None, seconds: float = LIMIT
    ) -> object:
        """Have it called there, look at all that it did, and return what it returns.

        Raises
        ------
        Wrong
            If a process of it ended with an error, or anything is not as it should be.
        Ended, Late, Exception
            As `Answer.ask` does.
        """
        answer, before, method = self.answer, review.files(), self.answer.seen.method
        known = len(review.events())
        try:
            with self._not_waiting_for_the_dead(known):
                value = answer.ask(self, args, options, seconds)
        except (Exception, SystemExit):
            if 1 not in self.codes and (error := review.error_of(_crew(known))):
                raise review.Wrong(error) from None
            raise
        answer.crew = _crew(known)
        self._look(args, method, before)
        return value

    @contextmanager
    def _not_waiting_for_the_dead(self, known: int) -> Iterator[None]:
        """End a call soon after a process of it has died of an error: it may wait for ever."""
        over = Event()

        def watch() -> None:
            while not over.wait(GRACE):
                if review.error_of(_crew(known)):
                    if not over.wait(GRACE):
                        self.answer.kill()
                    return

        if 1 not in self.codes:
            Thread(target=watch, daemon=True).start()
        try:
            yield
        finally:
            over.set()

    def _look(self, args: tuple, method: str | None, before: set[Path]) -> None:
        """Look at what the processes did, and what was changed or left; see `may`."""
        seen, crew = self.answer.seen, self.answer.crew
        name = next(each.__name__ for each in (*args, self) if isinstance(each, Function))
        if 1 not in self.codes:
            review.expect_no_error(crew)
        if "leave" not in self.may:
            review.expect_nobody(seen.running, name)
            review.expect_waited_for(crew, name)
        review.expect_codes(crew, self.codes)
        if "change" not in self.may and seen.changed:
            was, now = (shown(repr, restore(told)) for told in seen.changed)
            raise review.Wrong(CHANGED.format(name, was, now))
        if "set" not in self.may and seen.method != method:
            raise review.Wrong(SET.format(name, seen.method))
        if "choose" not in self.may and seen.method != "fork":
            review.expect_no_fork(crew)
        if "leave" not in self.may:
            review.expect_nothing_left(before)
            if seen.threads:
                raise review.Wrong(THREADS.format(name))


CHANGED = (
    "{} has changed what it was handed: it was {}, and is {} now. It belongs to somebody else: "
    "work on a copy."
)
SET = (
    "{} has made {} the default start method of the whole program. Everybody's processes start "
    "like that now: take a context, multiprocessing.get_context(...), for your own."
)
THREADS = "a thread still ran when {} returned. Whoever starts one should wait for it with join()."


def _crew(known: int) -> list[review.Life]:
    """Put together what was noted since there were so many notes."""
    return review.lives(review.events()[known:])


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
