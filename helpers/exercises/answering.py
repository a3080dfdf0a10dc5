"""The process of a learner's answer: it calls functions when the judge asks, and says what came.

What it says is a line of data, and no object that the judge would have to trust; see `values`.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import pickle
import sys

from helpers.exercises.values import plain, shown

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
    """Take the pipes to the judge away from standard input and output, and from children."""
    pipes = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    if hasattr(os, "register_at_fork"):
        # So the judge sees when this process ends; and a child that comes back to here ends too.
        os.register_at_fork(after_in_child=lambda: [os.dup2(nothing, pipe) for pipe in pipes])
    return open(pipes[0], "rb"), open(pipes[1], "wb")


def _read(requests: BinaryIO) -> bytes:
    try:
        return pickle.load(requests)
    except EOFError:
        return b""


def _call(request: bytes) -> object:
    function, args, options = pickle.loads(request)
    return function(*args, **options)


def _reply(replies: BinaryIO, request: bytes) -> None:
    """Call a function, and write one line: what it returned and who still runs, or its error."""
    try:
        said = ("returned", plain(_call(request)), len(multiprocessing.active_children()))
    except BaseException as error:
        kinds = tuple(kind.__name__ for kind in type(error).__mro__)
        said = ("raised", kinds, shown(str, error), _line(error))
    replies.write(ascii(said).encode() + b"\n")
    replies.flush()


def _line(error: BaseException) -> int:
    """Return the number of the last line of the learner's file that led to an error, or 0."""
    line, step = 0, error.__traceback__
    while step:
        if os.path.basename(step.tb_frame.f_code.co_filename) == f"{_name}.py":
            line = step.tb_lineno
        step = step.tb_next
    return line


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
