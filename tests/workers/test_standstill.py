import logging

from helpers.recording import record
from helpers.workers import standstill


def test_two_locks_are_taken_if_nobody_is_in_the_way(context, run):
    locks = context.Lock(), context.Lock()
    with record() as timeline:
        run(standstill.take_both, (("left", "right"), *locks, context.Barrier(1)))
    assert [note.text for note in timeline.notes] == ["has left", "wants right", "has both"]


def test_a_seller_sells_until_there_is_none(context, run):
    counter = context.Queue()
    with record() as timeline:
        run(standstill.bake_loaves, (counter,))
        counter.put(None)
        (seller,) = run(standstill.sell_loaves, (counter,))
    assert seller.exitcode == 0
    assert [note.text for note in timeline.notes] == ["has sold loaf 1", "has sold loaf 2"]


def test_a_report_is_larger_than_a_pipe(context):
    reports = context.Queue()
    writer = context.Process(target=standstill.write_report, args=(reports, 1000))
    writer.start()
    assert len(reports.get(timeout=60)) > 200_000
    writer.join(timeout=60)
    assert writer.exitcode == 0


def test_who_looks_again_ends_when_there_is_something(context, run):
    ready = context.Event()
    ready.set()
    assert run(standstill.look_again, (ready,))[0].exitcode == 0


def test_only_task_one_costs_a_life(run):
    codes = [each.exitcode for each in run(standstill.crash_at_one, (0,), (1,), (2,))]
    assert codes[0] == codes[2] == 0 != codes[1]


def test_what_is_logged_arrives_in_order_and_signed(context, run):
    records = context.Queue()
    children = [
        context.Process(target=standstill.log_into, args=(records, 20), name=name)
        for name in ["anna", "bert"]
    ]
    for child in children:
        child.start()
    came = [records.get(timeout=60) for _ in range(40)]
    for child in children:
        child.join(timeout=60)
    for name in ["anna", "bert"]:
        said = [each.getMessage() for each in came if each.processName == name]
        assert said == [f"step {step}" for step in range(1, 21)]
    assert {each.levelno for each in came} == {logging.INFO}
