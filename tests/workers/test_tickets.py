import json
import multiprocessing
import sys
from collections import Counter
from functools import partial

import pytest

from helpers.recording import record
from helpers.system.programs import run_program
from helpers.workers import bookings, tickets
from helpers.workers.tasks import NotingProcess
from tests.children import quickly


def open_the_sale(context, path, target, *arguments, clients=10):
    gate = context.Barrier(clients)
    with record() as timeline:
        crew = [
            context.Process(target=target, args=(path, gate, *arguments)) for _ in range(clients)
        ]
        for client in crew:
            client.start()
        for client in crew:
            client.join(timeout=60)
    assert [client.exitcode for client in crew] == [0] * clients
    return timeline


def texts(timeline):
    return Counter(note.text for note in timeline.notes)


def send(context, target, in_one_order, *arguments):
    locks, gate = (context.Lock(), context.Lock()), context.Barrier(2)
    with record() as timeline:
        crew = [
            context.Process(target=target, args=(*order, gate, *arguments))
            for order in [locks, locks if in_one_order else locks[::-1]]
        ]
        for client in crew:
            client.start()
        for client in crew:
            client.join(timeout=60)
    return texts(timeline)


def held(timeline):
    return sorted((s.start, s.end) for s in timeline.spans if s.label == "holding lock")


def test_an_office_is_a_file_and_gone_afterwards(tmp_path):
    with tickets.office(10) as path:
        with open(path, encoding="utf-8") as file:
            assert json.load(file) == {"count": 10}
        assert tickets.search(path) == 10
    with pytest.raises(FileNotFoundError):
        tickets.read_count(path)


@pytest.mark.parametrize("office", [tickets, bookings])
def test_one_after_another_exactly_what_is_there_is_sold(office):
    with office.office(3) as path:
        assert [office.buy(path) for _ in range(5)] == [True] * 3 + [False] * 2
        assert office.read_count(path) == 0


def test_without_a_lock_every_client_gets_a_ticket(context):
    with tickets.office(5) as path:
        timeline = open_the_sale(context, path, tickets.rush)
        assert tickets.read_count(path) == 4
    assert texts(timeline) == {"got a ticket": 10}


def test_left_to_luck_nobody_is_lost():
    with tickets.office(5) as path:
        timeline = open_the_sale(multiprocessing, path, partial(quickly, tickets.try_luck))
    assert sum(texts(timeline).values()) == 10


@pytest.mark.parametrize("client", [tickets.queue_up, tickets.wait_outside])
def test_with_a_lock_what_is_there_is_sold_and_nobody_shares_it(context, client):
    with tickets.office(5) as path:
        timeline = open_the_sale(context, path, client, context.Lock())
        assert tickets.read_count(path) == 0
    assert texts(timeline) == {"got a ticket": 5, "turned away": 5}
    phases = held(timeline)
    assert len(phases) >= 10
    assert all(first[1] <= second[0] for first, second in zip(phases, phases[1:], strict=False))


@pytest.mark.parametrize("time", range(20))
def test_the_cures_hold_twenty_times(time):
    with tickets.office(2) as path:
        lock = multiprocessing.Lock()
        timeline = open_the_sale(multiprocessing, path, tickets.queue_up, lock, clients=4)
        assert (tickets.read_count(path), texts(timeline)["got a ticket"]) == (0, 2)
    with bookings.office(2) as path:
        timeline = open_the_sale(multiprocessing, path, bookings.rush, clients=4)
        assert (bookings.read_count(path), texts(timeline)["got a ticket"]) == (0, 2)
    assert send(multiprocessing, tickets.swap_in_order, True) == {"got both locks": 2}


def test_check_and_act_apart_sell_too_many(context):
    with tickets.office(5) as path:
        timeline = open_the_sale(context, path, tickets.check_then_act, context.Lock())
        assert tickets.read_count(path) == 4
    assert texts(timeline) == {"got a ticket": 10}


@pytest.mark.parametrize(("client", "free"), [("buy_unsafely", False), ("buy_safely", True)])
def test_an_error_leaves_the_lock_locked_without_with(client, free):
    lock = multiprocessing.Lock()
    child = NotingProcess(target=getattr(tickets, client), args=("no such office", lock))
    child.start()
    child.join(timeout=60)
    assert child.exitcode == 1
    assert lock.acquire(timeout=0.2) is free


def test_two_locks_in_two_orders_lock_each_other_out(context):
    assert send(context, tickets.swap, False, 0.2) == {"got the other lock: False": 2}


def test_two_locks_in_one_order_do_not(context):
    assert send(context, tickets.swap_in_order, True) == {"got both locks": 2}


@pytest.mark.parametrize("by_path", [False, True])
def test_only_an_argument_is_a_lock_under_every_method(context, by_path):
    with record() as timeline:
        ended = run_program("global_lock", context.get_start_method(), deadline=60, by_path=by_path)
    assert ended.exit_code == 0
    recent = sys.version_info >= (3, 14, 1) or (3, 13, 8) <= sys.version_info < (3, 14)
    by_server = 1 if by_path and recent else 2  # the fork server has made one lock for both
    got = {"fork": 0, "forkserver": by_server, "spawn": 2}[context.get_start_method()]
    expected = {"global lock: True": got, "global lock: False": 2 - got}
    assert texts(timeline) == Counter({**expected, "lock as argument: False": 2})


METHODS = multiprocessing.get_all_start_methods()


@pytest.mark.parametrize("process", METHODS)
@pytest.mark.parametrize("maker", METHODS)
def test_only_what_a_fork_context_made_is_refused_by_the_others(maker, process):
    lock = multiprocessing.get_context(maker).Lock()
    make = multiprocessing.get_context(process).Process
    child = make(target=tickets.try_lock, args=(lock, 0))
    if maker == "fork" != process:
        with pytest.raises(RuntimeError, match="created in a fork context"):
            child.start()
        return
    child.start()
    child.join(timeout=60)
    assert child.exitcode == 0


@pytest.mark.parametrize("office", [tickets, bookings])
def test_who_dies_writing_leaves_an_empty_file_and_a_whole_database(context, office):
    with office.office(3) as path:
        dies = tickets.die_writing if office is tickets else bookings.die_updating
        child = context.Process(target=dies, args=(path,))
        child.start()
        child.join(timeout=60)
        assert child.exitcode == 1
        if office is bookings:
            assert bookings.read_count(path) == 3
        else:
            with pytest.raises(json.JSONDecodeError):
                tickets.read_count(path)


def test_a_program_buys_all_that_is_left_under_a_file_lock():
    with tickets.office(3) as path:
        assert run_program("client", path, deadline=60).output == "3\n"
        assert tickets.read_count(path) == 0


def test_a_file_lock_is_free_when_its_holder_was_killed():
    with tickets.office(1) as path:
        killed = run_program("hold_file", f"{path}.lock", deadline=60)
        assert killed.exit_code != 0
        assert killed.output == "holding the lock\n"
        assert run_program("client", path, deadline=60).output == "1\n"
