import time
from multiprocessing import connection

import pytest

from helpers.recording import record
from helpers.workers import coordination

TIMES = 20  # each cure is to hold so many times


def quickly(target, *args):
    """Run a target with short steps, and as many rounds as each cure is to hold."""
    coordination.STEP, coordination.ROUNDS = 0.001, TIMES
    target(*args)


def start_with_word(context, target, *args):
    """Start a process, and wait for its word."""
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=quickly, args=(target, *args, sender))
    process.start()
    assert receiver.poll(30)
    receiver.recv()
    return process


def end(processes):
    for process in processes:
        process.join(timeout=30)
    assert [process.exitcode for process in processes] == [0] * len(processes)


def test_nobody_is_kept_from_printing(context, run):
    together = context.Barrier(4)
    with record() as timeline:
        run(quickly, *[(coordination.print_letter, together)] * 4)

    assert timeline.most_at_once("printing") == 4


def test_a_semaphore_lets_in_so_many_and_no_more(context, run):
    printers, together = context.Semaphore(2), context.Barrier(2)
    with record() as timeline:
        run(quickly, *[(coordination.print_in_turn, printers, together)] * 4)

    assert len(timeline.phases("printing")) == 4
    assert timeline.most_at_once("printing") == 2


def test_who_waits_in_vain_says_so(context):
    with pytest.raises(TimeoutError, match="nobody has let go"):
        coordination.take(context.Semaphore(0), 0.01)


def test_without_a_signal_the_first_runs_too_early(context):
    with record() as timeline:
        end([start_with_word(context, coordination.run_when_ready, 0) for _ in range(2)])

    assert timeline.phases("running")[0].start < timeline.phases("getting ready")[-1].end


def test_on_a_signal_nobody_runs_too_early(context):
    signal = context.Event()
    with record() as timeline:
        target = coordination.run_on_signal
        runners = [start_with_word(context, target, 0, signal) for _ in range(2)]
        assert not signal.is_set()
        signal.set()
        end(runners)

    assert timeline.phases("running")[0].start > timeline.phases("getting ready")[-1].end


def test_who_waits_for_a_plate_looks_twice(context):
    plates, looks, changed = context.RawValue("i", 0), context.RawValue("i", 0), context.Condition()
    waiter = start_with_word(context, coordination.wait_for_plate, plates, looks, changed)
    coordination.bring_a_plate(plates, changed)
    end([waiter])

    assert (plates.value, looks.value) == (0, 2)


def test_who_polls_for_a_plate_looks_again_and_again(context):
    plates, looks, changed = context.RawValue("i", 0), context.RawValue("i", 0), context.Condition()
    waiter = start_with_word(context, coordination.poll_for_plate, plates, looks, changed)
    deadline = time.monotonic() + 15  # it gives up after 20 seconds
    while looks.value < 10 and time.monotonic() < deadline:
        time.sleep(0.001)
    coordination.bring_a_plate(plates, changed)
    end([waiter])

    assert plates.value == 0
    assert looks.value >= 10


def test_one_plate_served_twice(context):
    plates, changed = context.RawValue("i", 0), context.Condition()
    target = coordination.take_without_a_look
    pair = [start_with_word(context, target, plates, changed) for _ in range(2)]
    coordination.bring_a_plate(plates, changed)
    end(pair)

    assert plates.value == -1


def test_one_plate_served_once(context):
    plates, changed = context.RawValue("i", 0), context.Condition()
    target = coordination.take_after_a_look
    pair = [start_with_word(context, target, plates, changed) for _ in range(2)]
    coordination.bring_a_plate(plates, changed)
    served = connection.wait([waiter.sentinel for waiter in pair], timeout=30)
    assert (len(served), plates.value) == (1, 0)
    coordination.bring_a_plate(plates, changed)
    end(pair)

    assert plates.value == 0


def test_the_counter_is_never_too_full(context):
    plates, most, changed = context.RawValue("i", 0), context.RawValue("i", 0), context.Condition()
    orders = [
        *[(coordination.cook, TIMES, plates, most, changed)] * 2,
        (coordination.serve, 2 * TIMES, plates, changed),
    ]
    staff = [context.Process(target=quickly, args=order) for order in orders]
    for process in staff:
        process.start()
    end(staff)

    assert plates.value == 0
    assert 1 <= most.value <= coordination.ROOM


def test_a_predicate_that_never_comes_true(context, monkeypatch):
    changed = context.Condition()
    monkeypatch.setattr(changed, "wait_for", lambda predicate, timeout: predicate())
    with pytest.raises(TimeoutError, match="not come true"):
        coordination.await_that(changed, lambda: False)


def test_with_a_barrier_all_see_the_round_before_twenty_times(context, run):
    board, saw = context.RawArray("i", 4), [context.RawArray("i", TIMES) for _ in range(4)]
    barrier = context.Barrier(4)
    run(quickly, *[(coordination.play, seat, board, saw[seat], barrier) for seat in range(4)])

    assert [list(numbers) for numbers in saw] == [list(range(TIMES))] * 4


def test_without_a_barrier_who_is_ahead_sees_old_numbers(context, run):
    board, saw = context.RawArray("i", 2), context.RawArray("i", TIMES)
    run(quickly, (coordination.play, 1, board, saw))

    assert list(saw) == [0] * TIMES
    assert list(board) == [0, TIMES]


def test_a_barrier_breaks_for_all_and_can_be_reset(context, run, capsys):
    barrier = context.Barrier(2)
    with record() as timeline:
        run(coordination.arrive, (barrier, 0.1), names=["anna"])
        run(coordination.arrive, (barrier, 60), names=["bert"])
        barrier.reset()
        run(coordination.arrive, (barrier, 60), (barrier, 60), names=["cleo", "dora"])
        run(coordination.call_it_off, (barrier,), names=["egon"])

    assert barrier.broken
    timeline.print_notes()
    assert capsys.readouterr().out.splitlines() == [
        "anna: the barrier is broken",
        "bert: the barrier is broken",
        "cleo: all are here",
        "dora: all are here",
        "egon: called it off",
    ]


def print_often(printers, inside, most, lock):
    """Print many letters, and keep count of who prints at the same time."""
    for _ in range(TIMES):
        coordination.take(printers)
        with lock:
            inside.value += 1
            most.value = max(most.value, inside.value)
        with lock:
            inside.value -= 1
        printers.release()


def test_the_limit_holds_again_and_again(context, run):
    printers, lock = context.Semaphore(2), context.Lock()
    inside, most = context.RawValue("i", 0), context.RawValue("i", 0)
    run(print_often, *[(printers, inside, most, lock)] * 3)

    assert inside.value == 0
    assert 1 <= most.value <= 2


def await_signal(signal, ready, passed):
    """Wait for a signal without a deadline of its own; say whether it was there."""
    ready.release()
    passed.value = signal.wait()


def test_a_signal_that_is_taken_back_at_once_lets_pass_and_says_false(context):
    signal, ready, passed = context.Event(), context.Semaphore(0), context.RawValue("i", 7)
    signal._cond = context.Condition()  # its own has a lock that we could not take twice, below
    waiter = context.Process(target=await_signal, args=(signal, ready, passed))
    waiter.start()
    assert ready.acquire(timeout=30)
    while signal._cond._sleeping_count._semlock._is_zero():  # asleep, and not only on the way
        time.sleep(0.01)
    with signal._cond:  # so that the waiter, which needs it to go on, comes too late for sure
        signal.set()
        signal.clear()
    end([waiter])

    assert passed.value == 0
