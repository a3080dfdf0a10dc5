"""An experiment of lesson 10: an array that is doubled in blocks, which are made and left."""

from __future__ import annotations

from multiprocessing.shared_memory import SharedMemory

import numpy

from helpers.spans import note

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable


class Handed(numpy.ndarray):
    """An array that notes where it is doubled; another process gets a plain one."""

    def __array_ufunc__(
        self, ufunc: object, how: str, *inputs: object, **options: object
    ) -> object:
        if ufunc in (numpy.multiply, numpy.add, numpy.left_shift, numpy.ldexp):
            note("computed")
        if "out" in options:
            options["out"] = tuple(map(_plain, options["out"]))
        return getattr(ufunc, how)(*map(_plain, inputs), **options)

    def __reduce_ex__(self, protocol: int) -> tuple:
        return _plain(self).__reduce_ex__(protocol)


def _plain(thing: object) -> object:
    return thing.view(numpy.ndarray) if isinstance(thing, Handed) else thing


def doubled(
    double_rows: Callable, first: float, shape: tuple[int, int], processes: int
) -> dict[str, object]:
    """Have an array doubled; see what came, which blocks were made for it, and which are left."""
    made, attach = [], SharedMemory.__init__

    def watched(block: SharedMemory, *args: object, **options: object) -> None:
        attach(block, *args, **options)
        made.append((block.name, _address(numpy.frombuffer(block.buf, numpy.uint8)), block.size))

    before = (numpy.arange(shape[0] * shape[1]) + float(first)).reshape(shape)
    numbers = before.copy().view(Handed)
    SharedMemory.__init__ = watched
    try:
        said = double_rows(numbers, processes)
    finally:
        SharedMemory.__init__ = attach
    left = [name for name in dict.fromkeys(name for name, *_ in made) if _unlink(name)]
    seen = {"made": bool(made), "left": left, "changed": not numpy.array_equal(numbers, before)}
    return seen | _look_at(said, made, numbers)


def _look_at(said: object, made: list[tuple[str, int, int]], numbers: Handed) -> dict:
    """Say what an array contains, unless it lies in a block: that is gone, and a look may crash."""
    if not isinstance(said, numpy.ndarray):
        return {"said": said}
    begin = _address(said)
    if any(start <= begin < start + size for _, start, size in made):
        return {"in block": True}
    return {"shape": said.shape, "rows": said.tolist(), "same": said is numbers}


def _address(array: numpy.ndarray) -> int:
    return array.__array_interface__["data"][0]


def _unlink(name: str) -> bool:
    """Remove a block if it is still there; say whether it was."""
    try:
        block = SharedMemory(name=name)
    except FileNotFoundError:
        return False
    block.close()
    block.unlink()
    return True
