import math

import pytest

from helpers.recording import record
from helpers.system.server import slow_server
from helpers.workers import tasks


def notes_of(function, *arguments):
    with record() as timeline:
        function(*arguments)
    return [each.text for each in timeline.notes]


def test_primes_are_counted():
    assert [n for n in range(3, 40, 2) if tasks.is_prime(n)] == [
        *(3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    ]
    assert notes_of(tasks.count_primes, 10, 3) == ["7 primes"]  # 3 5 7 11 13 17 19


def test_pieces_of_the_range_add_up():
    whole = int(notes_of(tasks.count_primes, 200)[0].split()[0])
    halves = [notes_of(tasks.count_primes, 100, tasks.FIRST + start) for start in (0, 200)]
    assert sum(int(half[0].split()[0]) for half in halves) == whole > 0


def test_a_task_is_as_large_as_the_time_it_shall_take():
    assert 5 < tasks.task_size(1.0) / tasks.task_size(0.1) < 20
    with pytest.raises(ValueError, match="above 0 and at most 10, not 0"):
        tasks.task_size(0)
    with pytest.raises(ValueError, match="not nan"):
        tasks.task_size(math.nan)


def test_every_worker_runs_under_every_start_method(run):
    with slow_server(delay=0) as port, record() as timeline:
        crew = [
            *run(tasks.do_nothing, ()),
            *run(tasks.say_hello, ()),
            *run(tasks.count_primes, (100,)),
            *run(tasks.hash_password, (1000,)),
            *run(tasks.ask_weather, (port, "Lima")),
        ]

    assert [worker.exitcode for worker in crew] == [0] * 5
    assert [each.label for each in timeline.spans] == [
        *("computing", "computing", "waiting for the network")
    ]
    assert timeline.notes[0].text == "hello"
    assert timeline.notes[-1].text == "Lima: sunny"


def test_a_variable_is_noted_as_the_child_finds_it(run, monkeypatch):
    monkeypatch.delenv("NO_SUCH_VARIABLE", raising=False)
    monkeypatch.setenv("HOW_MANY", "1")
    assert notes_of(tasks.note_variable, "HOW_MANY") == ["1"]
    with record() as timeline:
        run(tasks.note_variable, ("NO_SUCH_VARIABLE",))
    assert [each.text for each in timeline.notes] == ["nothing"]


@pytest.mark.skipif(not hasattr(tasks.os, "sched_setaffinity"), reason="needs Linux")
def test_a_restricted_child_counts_one_cpu(run):
    with record() as timeline:
        run(tasks.count_cpus_when_restricted, ())
    assert [each.text for each in timeline.notes] == [
        f"{tasks.os.cpu_count()} in the machine, 1 usable"
    ]
