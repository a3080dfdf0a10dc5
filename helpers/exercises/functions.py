"""Functions of an answer, and what is looked at whenever one of them has been called."""

from __future__ import annotations

import time
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from helpers.exercises import answering, review
from helpers.exercises.asking import LIMIT, Answer
from helpers.exercises.notes import crew
from helpers.exercises.values import restore, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

GRACE = 1.0  # seconds; after an error in a child a parent may be about to notice it


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
        began = time.monotonic()
        try:
            with self._not_waiting_for_the_dead(began):
                value = answer.ask(self, args, options, seconds)
        except (Exception, SystemExit):
            if 1 not in self.codes and (error := review.error_of(crew(began))):
                raise review.Wrong(error) from None
            raise
        answer.crew = crew(began)
        self._look(args, method, before)
        return value

    @contextmanager
    def _not_waiting_for_the_dead(self, began: float) -> Iterator[None]:
        """End a call soon after a process of it has died of an error: it may wait for ever."""
        over = Event()

        def watch() -> None:
            while not over.wait(GRACE):
                if review.error_of(crew(began)):
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
        seen, lives = self.answer.seen, self.answer.crew
        name = next(each.__name__ for each in (*args, self) if isinstance(each, Function))
        if 1 not in self.codes:
            review.expect_no_error(lives, seen.running)
        review.expect_work(lives)
        if "leave" not in self.may:
            review.expect_nobody(seen.running, name)
            review.expect_waited_for(lives, name)
        review.expect_codes(lives, self.codes)
        if "change" not in self.may and seen.changed:
            was, now = (shown(repr, restore(told)) for told in seen.changed)
            raise review.Wrong(CHANGED.format(name, was, now))
        if "set" not in self.may and seen.method != method:
            raise review.Wrong(SET.format(name, seen.method))
        if "choose" not in self.may and seen.method != "fork":
            review.expect_no_fork(lives)
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
