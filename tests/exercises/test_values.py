"""What an answer says arrives as what it is, and what cannot be trusted as what it looks like."""

import ast
import collections
import decimal
import enum
import math
from fractions import Fraction

import numpy
import pytest

from helpers.exercises.values import Thing, plain, restore


def told(value):
    """Tell a value as an answer does, and understand it as the judge does."""
    return restore(ast.literal_eval(ascii(plain(value))))


@pytest.mark.parametrize(
    "value",
    [None, True, 0, -7, 10**5000, 1.5, -0.0, math.inf, "", "größer \ud800 \n'\"", b"\x00a", []]
    + [{1, 2}, frozenset("ab"), set(), (), [1, (2, {3: [4.5]})], {"a": None, (1, 2): {}}],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_plain_data_arrives_as_it_is(value):
    assert told(value) == value
    assert type(told(value)) is type(value)


def test_not_a_number_arrives_too():
    assert math.isnan(told(math.nan))


class Level(enum.IntEnum):
    LOW = 1


@pytest.mark.parametrize(
    ("value", "arrives"),
    [
        (numpy.int64(4), 4),
        (numpy.float32(0.5), 0.5),
        (Fraction(1, 2), 0.5),
        (decimal.Decimal("0.25"), 0.25),
        (Level.LOW, 1),
        (collections.Counter("aab"), {"a": 2, "b": 1}),
        (collections.namedtuple("Pair", "a b")(1, 2), (1, 2)),
    ],
)
def test_what_counts_as_plain_data_arrives_as_such(value, arrives):
    assert told(value) == arrives
    assert type(told(value)) is type(arrives)


@pytest.mark.parametrize(
    "value", [range(3), collections.deque([0, 1, 2]), numpy.arange(3), {0: 1, 1: 1, 2: 1}.keys()]
)
def test_of_other_collections_the_judge_sees_what_is_in_them(value):
    assert isinstance(told(value), Thing)
    assert repr(told(value)) == repr(value)
    assert list(told(value)) == [0, 1, 2] and len(told(value)) == 3


def test_of_anything_else_only_the_looks_arrive():
    thing = told(print)
    assert repr(thing) == "<built-in function print>"
    assert thing != print
    with pytest.raises(TypeError, match="cannot be looped over"):
        list(thing)


class Nasty(list):
    def __iter__(self):
        raise SystemExit

    def __eq__(self, other):
        return True

    __hash__ = None


class Shy:
    def __repr__(self):
        raise ValueError


def test_a_class_of_the_answers_own_cannot_lie_about_what_it_is():
    assert told(Nasty([1])) == [1] and told(Nasty([1])) != [2]
    assert "Shy that cannot be shown: ValueError" in repr(told(Shy()))


def test_a_list_in_itself_comes_to_an_end():
    endless = []
    endless.append(endless)
    assert "[[...]]" in repr(told(endless))
