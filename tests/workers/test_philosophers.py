from types import SimpleNamespace

import pytest

from helpers.recording import record
from helpers.workers import philosophers

TIMES = 20  # each cure is to hold so many times
SEATS = range(len(philosophers.NAMES))


def lay(context):
    """Return the forks of a table."""
    return [context.Lock() for _ in SEATS]


def is_free(fork):
    """Say whether nobody holds a fork, and leave it so."""
    free = fork.acquire(block=False)
    if free:
        fork.release()
    return free


def circles(timeline):
    """Return the circles of waiting that the notes tell of, one for each moment with one."""
    moments = [note.time for note in timeline.notes]
    waiting = [philosophers.waits_for(timeline.notes, moment) for moment in moments]
    found = [circle for each in waiting if (circle := philosophers.find_circle(each))]
    assert philosophers.count_circles(timeline.notes) == len(found)
    return found


def said(timeline):
    """Return what was noted but for the forks."""
    return sorted((each.process, each.text) for each in timeline.notes if "fork" not in each.text)


def test_all_five_get_stuck_and_the_circle_is_found(context, run):
    forks, everybody = lay(context), context.Barrier(5)
    with record() as timeline:
        tasks = [(seat, forks, everybody, 0.5) for seat in SEATS]
        run(philosophers.get_stuck, *tasks, names=philosophers.NAMES)

    assert said(timeline) == [(name, "goes hungry") for name in philosophers.NAMES]
    assert philosophers.NAMES in circles(timeline)
    assert all(map(is_free, forks))


def test_one_who_loses_patience_lets_all_others_eat(context, run):
    forks, everybody = lay(context), context.Barrier(5)
    tasks = [(seat, forks, everybody, 0.1 if seat == 1 else 30) for seat in SEATS]
    with record() as timeline:
        run(philosophers.lose_patience, *tasks, names=philosophers.NAMES)

    hungry = [name for name, text in said(timeline) if text == "goes hungry"]
    assert hungry == ["beauvoir"]
    assert len(timeline.phases("eating")) == 4
    assert circles(timeline)[-1] == philosophers.NAMES
    assert all(map(is_free, forks))


def dine_often(cure, seat, forks, *more):
    """Dine so many times, with short pauses."""
    philosophers.PAUSE = 0.001
    cure(seat, forks, TIMES, *more)


def dine(context, run, cure, *more):
    forks, gate = lay(context), context.Barrier(5)
    with record() as timeline:
        guests = run(dine_often, *[(cure, seat, forks, gate, *more) for seat in SEATS])
    assert [guest.exitcode for guest in guests] == [0] * 5
    assert len(timeline.phases("eating")) == 5 * TIMES
    assert 1 <= timeline.most_at_once("eating") <= 2
    assert all(map(is_free, forks))
    return timeline


def test_with_an_order_all_eat_twenty_times_and_no_circle_comes_about(context, run):
    assert circles(dine(context, run, philosophers.dine_in_order)) == []


@pytest.mark.parametrize(("places", "at_once"), [(1, 1), (4, 2)])
def test_with_a_waiter_all_eat_twenty_times(context, run, places, at_once):
    waiter = context.Semaphore(places)
    timeline = dine(context, run, philosophers.dine_with_waiter, waiter)

    assert circles(timeline) == []
    assert timeline.most_at_once("eating") <= at_once
    assert sum(waiter.acquire(block=False) for _ in range(9)) == places


def test_who_gives_way_with_pauses_of_random_length_eats_at_last(context, run):
    timeline = dine(context, run, philosophers.give_way)
    tries = [note.text for note in timeline.notes if note.text.startswith("gives up")]
    assert len(timeline.phases("sleeping")) == len(tries)


def test_who_gives_way_in_step_never_eats(context, run):
    forks, everybody = lay(context), context.Barrier(5)
    with record() as timeline:
        run(philosophers.try_in_step, *[(seat, forks, everybody, TIMES) for seat in SEATS])

    assert [text for _, text in said(timeline)] == ["goes hungry"] * 5 * TIMES


def ask_quickly(*args):
    philosophers.PAUSE = 0.001
    philosophers.ask_the_owner(*args)


def test_an_owner_lends_no_fork_twice_and_lets_all_eat(context):
    requests, gate = context.Queue(), context.Barrier(5)
    pipes = [context.Pipe(duplex=False) for _ in SEATS]
    answers = [sender for _, sender in pipes]
    crew = [
        context.Process(target=ask_quickly, args=(seat, TIMES, gate, requests, pipes[seat][0]))
        for seat in SEATS
    ]
    order = (5 * TIMES, requests, answers)
    crew.append(context.Process(target=philosophers.lend_forks, args=order, name="owner"))
    with record() as timeline:
        for process in crew:
            process.start()
        for process in crew:
            process.join(timeout=60)

    assert [process.exitcode for process in crew] == [0] * 6
    assert len(timeline.phases("eating")) == 5 * TIMES
    assert 1 <= timeline.most_at_once("eating") <= 2
    eating = sorted(timeline.phases("eating"), key=lambda span: span.start)
    seats = {process.name: seat for seat, process in enumerate(crew)}
    for span in eating:
        beside = {(seats[span.process] + 1) % 5, (seats[span.process] - 1) % 5}
        others = [o for o in eating if o.start < span.start < o.end]
        assert not beside & {seats[other.process] for other in others}


@pytest.mark.parametrize(
    ("waiting", "circle"),
    [
        ({}, ""),
        ({"a": "b", "b": "c"}, ""),
        ({"a": "b", "b": "a"}, "ab"),
        ({"a": "c", "c": "d", "d": "c"}, "cd"),
        ({"a": "b", "c": "d", "d": "e", "e": "c"}, "cde"),
        ({"d": "d"}, "d"),
    ],
)
def test_a_circle_is_found_wherever_it_is(waiting, circle):
    assert philosophers.find_circle(waiting) == list(circle)


def test_the_notes_tell_who_waits_for_whom_at_each_moment():
    words = [
        ("ada", "wants fork 0"),
        ("ada", "has fork 0"),
        ("bo", "wants fork 0"),
        ("cy", "wants fork 1"),  # which nobody holds
        ("cy", "eats"),
        ("bo", "gives up fork 0"),
        ("bo", "wants fork 0"),
        ("ada", "puts back fork 0"),
        ("bo", "has fork 0"),
        ("ada", "wants fork 0"),
    ]
    notes = [SimpleNamespace(process=who, text=text, time=n) for n, (who, text) in enumerate(words)]
    told = [philosophers.waits_for(notes, moment) for moment in range(-1, len(words))]

    assert philosophers.count_circles(notes) == 0
    none, bo, ada = {}, {"bo": "ada"}, {"ada": "bo"}
    assert told == [none, none, none, bo, bo, bo, none, bo, none, none, ada]
