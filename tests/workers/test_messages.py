import multiprocessing
from collections import Counter
from multiprocessing.connection import wait
from queue import Empty

import pytest

from helpers.recording import record
from helpers.system.programs import run_program
from helpers.system.waiting import wait_for_word
from helpers.workers import messages
from tests.children import quickly


def texts(timeline):
    return sorted(note.text for note in timeline.notes)


def test_every_loaf_is_sold_once_and_sentinels_end_the_sellers(context):
    counter = context.Queue()
    with record() as timeline:
        bakers = [
            context.Process(target=quickly, args=(messages.bake, oven, 2, counter))
            for oven in ["rye", "oat"]
        ]
        sellers = [context.Process(target=quickly, args=(messages.sell, counter)) for _ in range(2)]
        for process in bakers + sellers:
            process.start()
        for baker in bakers:
            baker.join(timeout=60)
        for _ in sellers:
            counter.put(None)
        for seller in sellers:
            seller.join(timeout=60)
    assert texts(timeline) == ["oat 1", "oat 2", "rye 1", "rye 2"]
    assert [process.exitcode for process in bakers + sellers] == [0] * 4


def test_a_brake_holds_up_what_is_put_after_it():
    queue, brake, letter = multiprocessing.Queue(), messages.Brake(), ["dear anna"]
    queue.put(brake)
    queue.put(letter)
    assert queue.empty()
    letter.append("P.S.")
    brake.released.set()
    assert queue.get(timeout=30) == "brake"
    assert queue.get(timeout=30) == ["dear anna", "P.S."]


def test_a_child_does_not_end_before_its_message_is_read(context):
    queue = context.Queue()
    child = context.Process(target=messages.deliver, args=(bytes(10_000_000), queue))
    child.start()
    assert queue._reader.poll(60)  # its feeder has begun to send
    child.join(timeout=0.2)
    assert child.is_alive()
    assert len(queue.get(timeout=60)) == 10_000_000
    child.join(timeout=60)
    assert child.exitcode == 0


def test_tasks_are_done_when_each_has_been_said_to_be(context):
    tasks = context.JoinableQueue()
    worker = context.Process(target=messages.do_tasks, args=(tasks,))
    for task in [0.01, 0.01, None]:
        tasks.put(task)
    worker.start()
    worker.join(timeout=60)
    assert worker.exitcode == 0
    tasks.task_done()  # the sentinel's own
    tasks.join()
    with pytest.raises(ValueError, match="called too many times"):
        tasks.task_done()


def test_a_consumer_killed_while_it_waits_takes_the_queue_with_it(context):
    queue = context.Queue()
    tim = context.Process(target=messages.sell, args=(queue,))
    tim.start()
    messages.wait_until_read(queue)
    tim.kill()
    tim.join(timeout=60)
    queue.put("rye 2")
    with pytest.raises(Empty):
        queue.get(timeout=0.1)
    queue.close()
    queue.cancel_join_thread()


def test_a_conversation_ends_when_the_other_end_is_closed(context):
    ours, theirs = context.Pipe()
    with record() as timeline:
        child = context.Process(target=messages.shout, args=(theirs, ours))
        child.start()
        theirs.close()
        ours.send("hello")
        assert wait_for_word(child, ours) == "HELLO"
        ours.close()
        child.join(timeout=30)
    assert child.exitcode == 0
    assert texts(timeline) == ["the other end was closed"]


def test_a_pipe_is_at_its_end_when_the_last_sender_is_closed(context):
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=messages.say, args=(["one", "two"], sender))
    child.start()
    assert [wait_for_word(child, receiver) for _ in range(2)] == ["one", "two"]
    child.join(timeout=60)
    assert not wait([receiver], timeout=0.2)
    sender.close()
    assert wait([receiver], timeout=10)
    with pytest.raises(EOFError):
        wait_for_word(child, receiver)


def sale(context, clients, tickets):
    gate, requests, crew, replies = context.Barrier(clients), context.Queue(), [], []
    with record() as timeline:
        for number in range(clients):
            receiver, sender = context.Pipe(duplex=False)
            replies.append(sender)
            crew.append(
                context.Process(target=messages.ask, args=(number, gate, requests, receiver))
            )
        crew.append(context.Process(target=messages.own_tickets, args=(tickets, requests, replies)))
        for process in crew:
            process.start()
        for process in crew:
            process.join(timeout=60)
    return Counter(texts(timeline))


def test_an_owner_sells_what_there_is(context):
    assert sale(context, 10, 5) == {"got a ticket": 5, "turned away": 5, "0 left": 1}


@pytest.mark.parametrize("time", range(20))
def test_an_owner_holds_twenty_times(time):
    assert sale(multiprocessing, 4, 2) == {"got a ticket": 2, "turned away": 2, "0 left": 1}


def test_what_cannot_travel_is_dropped_by_the_feeder():
    ended = run_program("unpicklable", deadline=60)
    assert (ended.exit_code, ended.output) == (0, "put() has returned\narrived: a string\n")
    assert "Traceback" in ended.errors
    assert "lambda" in ended.errors
