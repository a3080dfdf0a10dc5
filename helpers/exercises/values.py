"""What an answer says, as data: told in its own process, and made again in the judge's.

An object of the answer's own may say that it equals everything, and run code where it is
unpickled. So only the contents of Python's own types are told, and of all else how it looks.
"""

from __future__ import annotations

import numbers

TYPE_CHECKING = False  # an answer has no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DEPTH = 10  # of lists in lists; what is deeper is only shown
SHOWN = 200  # characters


def plain(value: object, depth: int = 0) -> tuple:
    """Describe a value in tuples of strings, of which ``ascii`` makes a literal."""
    kind = type(value)
    if value is None or kind is bool:
        return ("constant", value)
    for base, describe in _DESCRIBE.items():
        if issubclass(kind, base) and depth < DEPTH:
            return (base.__name__, describe(value, depth + 1))
    if isinstance(value, numbers.Integral):
        return plain(int(value))
    if isinstance(value, numbers.Number) and hasattr(kind, "__float__"):
        return plain(float(value))
    return ("thing", shown(repr, value), _items(value, depth + 1))


def _each(base: type) -> Callable:
    return lambda value, depth: tuple(plain(item, depth) for item in base.__iter__(value))


def _pairs(value: dict, depth: int) -> tuple:
    return tuple((plain(key, depth), plain(item, depth)) for key, item in dict.items(value))


_DESCRIBE = {
    int: lambda value, _: int.__format__(value, "x"),  # the number of decimal digits is limited
    float: lambda value, _: float.__repr__(value),
    str: lambda value, _: str.__str__(value),
    bytes: lambda value, _: bytes.__getitem__(value, slice(None)),
    list: _each(list),
    tuple: _each(tuple),
    set: _each(set),
    frozenset: _each(frozenset),
    dict: _pairs,
}


def _items(value: object, depth: int) -> tuple | None:
    """Describe what is in a collection of another kind, such as an array or a deque."""
    if depth > DEPTH or not (hasattr(type(value), "__len__") and hasattr(type(value), "__iter__")):
        return None
    try:
        return tuple(plain(item, depth) for item in value)
    except Exception:
        return None


def shown(show: Callable, value: object) -> str:
    """Show a value by `repr` or `str`, cut off if it is long; also one that cannot be shown."""
    try:
        return show(value)[:SHOWN]
    except Exception as error:
        return f"<{type(value).__name__} that cannot be shown: {type(error).__name__}>"


class Thing:
    """What an answer has returned, where that is no plain data: how it looks, and what is in it."""

    def __init__(self, shown: str, items: tuple | None) -> None:
        self._shown, self._items = shown, items

    def __repr__(self) -> str:
        return self._shown

    def __iter__(self) -> Iterator:
        if self._items is None:
            raise TypeError(f"{self._shown} cannot be looped over")
        return iter(self._items)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def restore(told: tuple) -> object:
    """Make the value again that `plain` has described; nothing of it can run."""
    kind, *what = told
    return _RESTORE[kind](*what)


def _all(told: tuple) -> Iterator:
    return map(restore, told)


_RESTORE = {
    "constant": lambda value: value,
    "int": lambda digits: int(digits, 16),
    "float": float,
    "str": str,
    "bytes": bytes,
    "list": lambda items: list(_all(items)),
    "tuple": lambda items: tuple(_all(items)),
    "set": lambda items: set(_all(items)),
    "frozenset": lambda items: frozenset(_all(items)),
    "dict": lambda pairs: {restore(key): restore(value) for key, value in pairs},
    "thing": lambda shown, items: Thing(shown, None if items is None else tuple(_all(items))),
}
