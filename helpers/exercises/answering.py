"""The process of a learner's answer: it calls functions when the judge asks, and says what came.

What it says is a line of data, and no object that the judge would have to trust; see `values`.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import pickle
import sys
import threading

from helpers.exercises.values import plain
from helpers.exercises.witness import describe, take_stock

TYPE_CHECKING = False  # an answer has no need of these imports, which take time
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO


_name = ""  # of the answer's module


def serve() -> None:
    """Call what is asked for, until nobody asks any more."""
    requests, replies = _take_pipes()
    while request := _read(requests):
        _reply(replies, request)
    os._exit(0)  # Python would wait for the processes that the answer has left running


def begin(folder: str, name: str, key: bytes, *method: str) -> None:
    """Import the answer; take part in the judge's recordings, whose key this is."""
    global _name
    _name = name
    multiprocessing.current_process().authkey = key
    if method:
        multiprocessing.set_start_method(*method)
    sys.path.insert(0, folder)
    importlib.import_module(name)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take the pipes to the judge away from standard input and output, and from children.

    What is printed goes where errors go: the judge shows it.
    """
    pipes = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    if hasattr(os, "register_at_fork"):
        # So the judge sees when this process ends; and a child that comes back to here ends too.
        os.register_at_fork(after_in_child=lambda: [os.dup2(nothing, pipe) for pipe in pipes])
    return open(pipes[0], "rb"), open(pipes[1], "wb")


def _read(requests: BinaryIO) -> bytes:
    try:
        return pickle.load(requests)
    except EOFError:
        return b""


def _reply(replies: BinaryIO, request: bytes) -> None:
    """Call a function, and write one line: what came of it, what it changed, and who still runs."""
    changed = ()
    try:
        function, args, options = pickle.loads(request)
        before = _contents(args)
        outcome = ("returned", plain(function(*args, **options)))
        changed = _differences(before, _contents(args))
    except BaseException as error:
        kinds = tuple(kind.__name__ for kind in type(error).__mro__)
        outcome = ("raised", kinds, *describe(error)[1:])
    said = (outcome, changed, tuple(take_stock()), _threads(), _start_method())
    replies.write(ascii(said).encode() + b"\n")
    replies.flush()


def _contents(args: tuple) -> list[tuple]:
    """Describe what was handed over, as far as it is data, and nothing that processes share."""
    return [_data(plain(each)) for each in args]


def _data(told: object) -> object:
    """Leave out of a description what is no data."""
    if not isinstance(told, tuple):
        return told
    return ("constant", "...") if told[:1] == ("thing",) else tuple(map(_data, told))


def _differences(before: list[tuple], after: list[tuple]) -> tuple:
    """Return the first argument that has changed: what it was, and what it is."""
    return next(((was, now) for was, now in zip(before, after, strict=True) if was != now), ())


def _start_method() -> str:
    """Return the default start method, without deciding that it is."""
    chosen = multiprocessing.get_start_method(allow_none=True)
    return chosen or multiprocessing.get_all_start_methods()[0]


def _threads() -> int:
    """Count the threads that keep a program from ending."""
    main = threading.main_thread()
    return sum(not each.daemon and each is not main for each in threading.enumerate())


def find(function: Callable | str) -> Callable:
    """Find a function of the answer by its name; one of ours is there already."""
    return getattr(sys.modules[_name], function) if isinstance(function, str) else function


def has_function(name: str) -> bool:
    """Say whether the answer has a function of this name."""
    return callable(getattr(sys.modules[_name], name, None))


def make(kind: str, *args: object) -> object:
    """Make something of `multiprocessing`, such as a Barrier, in the process that uses it."""
    return getattr(multiprocessing, kind)(*args)


def use_start_method(method: str) -> None:
    """Start all processes by this method from now on."""
    multiprocessing.set_start_method(method, force=True)
