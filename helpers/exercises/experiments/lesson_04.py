"""Experiments of lesson 04: who else notices a start method, and what another Python does."""

from __future__ import annotations

import multiprocessing
from multiprocessing.process import BaseProcess
from random import Random

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable


def chosen_meanwhile(
    run_with: Callable, method: str, target: Callable, args: tuple
) -> tuple[object, str, list[str]]:
    """Call run_with; return its result, the default start method, and that at each start."""
    start, default, seen = BaseProcess.start, _default(), []

    def watched(process: BaseProcess) -> None:
        seen.append(_default())
        start(process)

    BaseProcess.start = watched
    try:
        return run_with(method, target, args), default, seen
    finally:
        BaseProcess.start = start


def _default() -> str:
    """Return the default start method, without deciding that it is."""
    chosen = multiprocessing.get_start_method(allow_none=True)
    return chosen or multiprocessing.get_all_start_methods()[0]


def drawn_here(throw_all: Callable, names: list[str], seed: int) -> int:
    """Call throw_all; return how many random numbers were drawn in this process meanwhile."""
    drawn, methods = [], {name: getattr(Random, name) for name in ("random", "getrandbits")}
    for name, method in methods.items():
        setattr(Random, name, _counted(method, drawn))
    try:
        throw_all(names, seed)
        return len(drawn)
    finally:
        for name in methods:
            delattr(Random, name)  # they are inherited


def _counted(method: Callable, drawn: list) -> Callable:
    def counted(self: Random, *args: int) -> float:
        drawn.append(True)
        return method(self, *args)

    return counted


def in_another_python(throw_all: Callable, names: list[str], seed: int) -> None:
    """Call throw_all in a Python that begins anew, where processes are spawned."""
    process = multiprocessing.get_context("spawn").Process(target=throw_all, args=(names, seed))
    process.start()
    process.join(timeout=60)
