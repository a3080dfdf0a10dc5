import pytest

from helpers.recording import record
from helpers.workers import philosophers

TIMES = 20  # each cure is to hold so many times
SEATS = range(len(philosophers.NAMES))


def test_all_five_get_stuck_and_the_circle_is_found(context):
    table, everybody = philosophers.lay_the_table(context), context.Barrier(6)
    with record() as timeline:
        guests = [
            context.Process(target=philosophers.get_stuck, args=(seat, table, everybody, 0.1))
            for seat in SEATS
        ]
        for guest in guests:
            guest.start()
        everybody.wait(timeout=60)
        waiting = philosophers.waits_for(list(table.holders), list(table.wishes))
        everybody.wait(timeout=60)
        for guest in guests:
            guest.join(timeout=30)

    assert [guest.exitcode for guest in guests] == [0] * 5
    assert [each.text for each in timeline.notes] == ["went hungry"] * 5
    assert philosophers.find_circle(waiting) == [0, 1, 2, 3, 4]
    assert list(table.holders) == [philosophers.NOBODY] * 5


def dine_often(cure, seat, table, gate, *waiter):
    """Dine so many times, each time beginning together, with short pauses."""
    philosophers.PAUSE = 0.001
    for _ in range(TIMES):
        cure(seat, table, 1, gate, *waiter)


@pytest.mark.parametrize("cure", [philosophers.dine_in_order, philosophers.dine_with_waiter])
def test_with_each_cure_all_eat_twenty_times(context, run, cure):
    table, gate = philosophers.lay_the_table(context), context.Barrier(5)
    waiter = [context.Semaphore(4)] if cure is philosophers.dine_with_waiter else []
    with record() as timeline:
        run(dine_often, *[(cure, seat, table, gate, *waiter) for seat in SEATS])

    assert list(table.meals) == [TIMES] * 5
    assert list(table.holders) == list(table.wishes) == [philosophers.NOBODY] * 5
    assert 1 <= timeline.most_at_once("eating") <= 2


@pytest.mark.parametrize(
    ("waiting", "circle"),
    [
        ({}, []),
        ({0: 1, 1: 2}, []),
        ({0: 1, 1: 0}, [0, 1]),
        ({0: 2, 2: 3, 3: 2}, [2, 3]),
        ({0: 1, 2: 3, 3: 4, 4: 2}, [2, 3, 4]),
        ({3: 3}, [3]),
    ],
)
def test_a_circle_is_found_wherever_it_is(waiting, circle):
    assert philosophers.find_circle(waiting) == circle


def test_who_waits_for_a_free_fork_waits_for_nobody():
    nobody = philosophers.NOBODY
    assert philosophers.waits_for([0, nobody, 2], [1, nobody, 0]) == {2: 0}


def test_a_circle_in_words():
    assert philosophers.in_words([]) == "nobody waits in a circle"
    assert philosophers.in_words([0, 2]) == ("arendt waits for confucius,\nwho waits for arendt")
