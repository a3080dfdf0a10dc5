import pickle
from concurrent.futures import ProcessPoolExecutor

import pytest

from helpers.recording import record
from helpers.system.programs import run_program
from helpers.workers import pools


def test_workers_wait_for_each_other_and_take_names(context):
    with record() as timeline, context.Pool(2, pools.begin, (context.Barrier(2),)) as pool:
        done = pool.map_async(pools.work, [0.01] * 6, chunksize=1).get(timeout=60)
    assert done == [0.01] * 6
    ready = [note for note in timeline.notes if note.text == "is ready"]
    assert sorted(note.process for note in ready) == ["worker 1", "worker 2"]
    assert {span.process for span in timeline.spans} <= {"worker 1", "worker 2"}
    assert max(note.time for note in ready) - min(note.time for note in ready) < 5


def test_a_lock_from_the_initializer_loses_no_update(context):
    lock, total = context.Lock(), context.RawValue("i", 0)
    with context.Pool(2, pools.keep, (lock, total)) as pool:
        pool.map_async(pools.add, range(50), chunksize=1).get(timeout=60)
    assert total.value == sum(range(50))
    assert lock.acquire(block=False)


def test_a_table_is_looked_up_from_the_worker_or_from_the_task(context):
    table = bytes(range(50))
    with context.Pool(2, pools.keep_table, (table,)) as pool:
        assert pool.map_async(pools.look_up, [3, 4]).get(timeout=60) == [3, 4]
        tasks = [(table, place) for place in [5, 6]]
        assert pool.starmap_async(pools.look_up_in, tasks).get(timeout=60) == [5, 6]


def test_four_windows_sell_what_there_is_and_the_owner_ends_at_the_sentinel(context):
    gate, requests = context.Barrier(2), context.Queue()
    receivers, senders = zip(*[context.Pipe(duplex=False) for _ in range(2)], strict=True)
    owner = context.Process(target=pools.own_tickets, args=(3, requests, senders))
    owner.start()
    with context.Pool(2, pools.open_window, (gate, requests, receivers)) as pool:
        sold = pool.map_async(pools.serve, range(8), chunksize=1).get(timeout=60)
    requests.put(None)
    owner.join(timeout=60)
    assert (sold.count(True), sold.count(False), owner.exitcode) == (3, 5, 0)


def test_an_outcome_is_a_result_or_an_exception_without_its_traceback():
    assert pools.outcome(pools.invert, 4) == 0.25
    error = pools.outcome(pools.invert, 0)
    assert isinstance(error, ZeroDivisionError) and error.__traceback__ is None


def test_the_price_is_that_of_one_task_and_the_middle_one_of_three():
    seen = []
    assert 0 < pools.price(seen.append, 4) < 1
    assert seen == [range(4)] * 3


def test_an_order_is_written_down_when_it_is_taken():
    taken = []
    orders = pools.orders(taken)
    assert taken == []
    assert [next(orders), next(orders)] == taken == [0, 1]
    assert len([*orders]) == 998


def test_an_error_of_two_words_can_be_pickled_and_not_unpickled():
    sent = pickle.dumps(pools.outcome(pools.be_bad, "raises an unreadable exception"))
    with pytest.raises(TypeError, match="'why'"):
        pickle.loads(sent)
    for kind in ["raises an unpicklable exception", "returns a lock"]:
        with pytest.raises(TypeError, match="lock"):
            pickle.dumps(pools.outcome(pools.be_bad, kind))
    with pytest.raises(SystemExit, match="3"):
        pools.be_bad("calls sys.exit")


CASES = [  # kind, what a pool gives for it, what an executor gives
    ("raises an exception", "ValueError all yes", "ValueError all yes"),
    ("raises an unpicklable exception", "MaybeEncodingError all yes", "TypeError all yes"),
    ("returns a lock", "MaybeEncodingError all yes", "TypeError all yes"),
    ("calls sys.exit", "nothing comes all yes", "SystemExit all yes"),
    ("is killed", "nothing comes all yes", "BrokenProcessPool not all no"),
    ("function is not there", "nothing comes all yes", "BrokenProcessPool not all no"),
    ("raises an unreadable exception", "nothing comes not all no", "BrokenProcessPool not all no"),
    ("worker fails to begin", "nothing comes not all no", "BrokenProcessPool not all no"),
]


@pytest.mark.parametrize(("kind", "pool", "executor"), CASES)
def test_what_becomes_of_a_bad_task(context, kind, pool, executor):
    for crew, due in [("Pool", pool), ("Executor", executor)]:
        said = run_program("bad_task", context.get_start_method(), crew, kind, deadline=60).output
        assert " ".join(said.split()) == f"{kind} {due}"


def test_a_killed_worker_is_seen_in_the_recording(context):
    method = context.get_start_method()
    with record() as timeline:
        run_program("bad_task", method, "Pool", "is killed", deadline=60)
    assert [span.process for span in timeline.phases("waiting")] == ["program"]
    assert sum(span.cut for span in timeline.phases("working")) == 1
    assert {"worker 1", "worker 2"} <= {note.process for note in timeline.notes}
    assert {span.thread for span in timeline.spans} == {"MainThread"}


def test_workers_of_an_executor_take_names_as_well(context):
    gate = context.Barrier(2)
    executor = ProcessPoolExecutor(2, context, pools.begin, (gate,))
    with record() as timeline, executor:
        futures = [executor.submit(pools.work, 0.01) for _ in range(4)]
        assert [future.result(timeout=60) for future in futures] == [0.01] * 4
    assert {note.process for note in timeline.notes} == {"worker 1", "worker 2"}
