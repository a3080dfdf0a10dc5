import pytest

from helpers.recording import Span, Timeline, record
from helpers.workers import coordination, fairness

TIMES = 20  # each cure is to hold so many times
READERS = 3


def quickly(target, *args):
    """Run a target with short steps."""
    coordination.STEP = fairness.STEP = 0.02
    target(*args)


def turns(timeline):
    return sorted(timeline.phases("holding lock"), key=lambda span: span.start)


def test_with_a_lock_all_get_their_turns_in_some_order(context, run):
    gate, lock = context.Barrier(3), context.Lock()
    with record() as timeline:
        run(quickly, *[(fairness.take_turns, TIMES, gate, lock)] * 3)

    assert len(turns(timeline)) == 3 * TIMES
    assert timeline.most_at_once("holding lock") == 1
    assert lock.acquire(block=False)


def test_with_numbers_nobody_is_overtaken(context, run):
    gate, desk, numbers = context.Barrier(4), context.Condition(), context.RawArray("i", 2)
    with record() as timeline:
        run(quickly, *[(fairness.take_numbers, TIMES, gate, desk, numbers)] * 4)

    assert list(numbers) == [4 * TIMES] * 2
    assert timeline.most_at_once("holding lock") == 1
    assert fairness.longest_wait(timeline) <= 3


def test_the_longest_wait_is_counted_in_turns_that_others_began_meanwhile():
    wait, hold = "waiting for lock", "holding lock"
    spans = [
        Span(label, name, 1, "MainThread", start, end, 0.0, False)
        for label, name, start, end in [
            *[(hold, "a", 0, 2), (wait, "b", 1, 9), (wait, "c", 1, 3), (hold, "c", 3, 4)],
            *[(hold, "a", 5, 6), (hold, "c", 7, 8), (hold, "b", 9, 10)],
        ]
    ]
    timeline = Timeline("notebook", 0, sorted(spans, key=lambda span: span.start))
    assert fairness.longest_wait(timeline) == 3


@pytest.mark.parametrize(
    ("target", "patience", "first"),
    [(fairness.write_when_empty, 60, READERS), (fairness.write_in_turn, 0.2, 1)],
)
def test_a_writer_waits_for_all_readers_or_for_those_before_it(context, target, patience, first):
    room, inside, turnstile = context.Condition(), context.RawValue("i", 0), context.Lock()
    before, crew = context.Event(), []
    with record() as timeline:
        for guest in ["reader", "writer", *["reader"] * (READERS - 1)]:
            receiver, sender = context.Pipe(duplex=False)
            leave = context.Event()
            order = (fairness.read_together, room, inside, turnstile, leave, patience, sender)
            if guest == "writer":
                order = (target, room, inside, turnstile, sender)
            crew.append(context.Process(target=quickly, args=order))
            crew[-1].start()
            assert receiver.poll(30)
            if guest == "reader":
                before.set()
                before = leave
        before.set()
        for process in crew:
            process.join(timeout=30)

    assert [process.exitcode for process in crew] == [0] * (READERS + 1)
    (writing,) = timeline.phases("writing")
    readings = timeline.phases("reading")
    assert len(readings) == READERS
    assert sum(reading.end < writing.start for reading in readings) == first
    assert sum(reading.start > writing.end for reading in readings) == READERS - first
    assert inside.value == 0
    assert turnstile.acquire(block=False)
