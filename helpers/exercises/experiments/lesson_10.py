"""Experiments of lesson 10: visitors of a shared number, and blocks that are made and left."""

from __future__ import annotations

import multiprocessing

from helpers.exercises.workers.lesson_10 import SlowTotal, visit_together

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable


def visits(visit: Callable, visitors: int) -> tuple[list[int], int]:
    """Have so many visit at once; return their exit codes, and the total."""
    total, gate = SlowTotal(), multiprocessing.Barrier(visitors)
    args = (visit, total, gate)
    crew = [multiprocessing.Process(target=visit_together, args=args) for _ in range(visitors)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    return [process.exitcode for process in crew], total.value


_doubled = []  # what `blocks_of` was given back; looked at later, since that may crash


def blocks_of(double_rows: Callable, rows: int, processes: int) -> tuple[list, list]:
    """Have an array doubled; return the names of the blocks made for it, and of those left."""
    from multiprocessing.shared_memory import SharedMemory

    import numpy  # here, since it is slow to import

    made, attach = [], SharedMemory.__init__

    def watched(block: SharedMemory, *args: object, **options: object) -> None:
        attach(block, *args, **options)
        made.append(block.name)

    numbers = numpy.arange(2.0 * rows).reshape(rows, 2)
    SharedMemory.__init__ = watched
    try:
        _doubled.append(double_rows(numbers, processes))
    finally:
        SharedMemory.__init__ = attach
    return made, [name for name in dict.fromkeys(made) if _unlink(name)]


def _unlink(name: str) -> bool:
    """Remove a block if it is still there; say whether it was."""
    from multiprocessing.shared_memory import SharedMemory

    try:
        block = SharedMemory(name=name)
    except FileNotFoundError:
        return False
    block.close()
    block.unlink()
    return True


def last_doubled() -> tuple[object, tuple | None, list]:
    """Return what was given back, and the shape and the rows if it is an array."""
    import numpy

    said = _doubled[-1]
    if not isinstance(said, numpy.ndarray):
        return said, None, []
    return said, said.shape, said.tolist()
