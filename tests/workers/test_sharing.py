import multiprocessing
import subprocess
import sys
import time
from multiprocessing.shared_memory import SharedMemory

import numpy
import pytest

from helpers.system.programs import run_program
from helpers.workers import sharing


def run_all(context, target, *arguments, processes=4):
    crew = [context.Process(target=target, args=arguments) for _ in range(processes)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    assert [process.exitcode for process in crew] == [0] * processes


def test_a_shared_number_loses_all_updates_but_one(context):
    total = context.Value("i", 0)
    run_all(context, sharing.count, total, context.Barrier(4))
    assert total.value == 1


def test_a_managed_number_loses_them_as_well(context):
    with context.Manager() as manager:
        total = manager.Value("i", 0)
        run_all(context, sharing.count, total, context.Barrier(4))
        assert total.value == 1


def test_under_its_lock_a_number_loses_none(context):
    total = context.Value("i", 0)
    run_all(context, sharing.count_many_locked, total, 1000)
    assert total.value == 4000


@pytest.mark.parametrize("time", range(20))
def test_the_cure_holds_twenty_times(time):
    total = multiprocessing.Value("i", 0)
    run_all(multiprocessing, sharing.count_many_locked, total, 500, processes=2)
    assert total.value == 1000


def test_who_writes_into_a_place_of_its_own_needs_no_lock(context):
    places = context.RawArray("i", 4)
    crew = [context.Process(target=sharing.fill, args=(places, mine)) for mine in range(4)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    assert list(places) == [0, 1, 4, 9]


def test_children_work_on_one_array(context):
    with sharing.block_of(80) as block:
        numbers = numpy.frombuffer(block.buf, dtype=float, count=10)
        numbers[:] = 3
        for first in [0, 5]:
            child = context.Process(
                target=sharing.square_part, args=(block.name, 10, first, first + 5)
            )
            child.start()
            child.join(timeout=60)
            assert child.exitcode == 0
        assert (numbers == 9).all()
        del numbers


def test_a_block_is_gone_afterwards_even_after_an_error():
    with pytest.raises(ZeroDivisionError), sharing.block_of(10) as block:
        name = block.name
        raise ZeroDivisionError
    with pytest.raises(FileNotFoundError):
        SharedMemory(name=name)


def test_a_block_is_gone_even_if_an_array_still_looks_into_it():
    with pytest.raises(ZeroDivisionError), sharing.block_of(80) as block:
        name = block.name
        numbers = numpy.frombuffer(block.buf, dtype=float, count=10)
        raise ZeroDivisionError
    del numbers
    block.close()
    with pytest.raises(FileNotFoundError):
        SharedMemory(name=name)


def test_an_array_from_the_buffer_holds_on_to_its_block():
    with sharing.block_of(80) as block:
        numbers = numpy.frombuffer(block.buf, dtype=float, count=10)
        with pytest.raises(BufferError, match="exported pointers exist"):
            block.close()
        del numbers


def test_an_array_that_does_not_crashes_python():
    ended = run_program("dangling_array", deadline=60)
    assert ended.output == "the block is closed\n"
    assert ended.exit_code not in (None, 0, 1)


def test_a_forgotten_block_is_removed_with_a_warning():
    ended = run_program("forgotten_block", deadline=60)
    assert ended.exit_code == 0
    assert ("leaked shared_memory" in ended.errors) == (sys.platform != "win32")
    deadline = time.monotonic() + 10
    while exists(ended.output.strip()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not exists(ended.output.strip())


def exists(name):
    """Ask in a process of its own: who attaches makes the tracker believe it had made the block."""
    attach = f"from multiprocessing.shared_memory import SharedMemory; SharedMemory({name!r})"
    return subprocess.run([sys.executable, "-c", attach], capture_output=True).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource tracker")
def test_a_stranger_takes_the_block_away_unless_it_is_untracked():
    assert run_program("stranger", deadline=60).output == "gone\n"
    if sys.version_info >= (3, 13):
        assert run_program("stranger", "untracked", deadline=60).output == "still there\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource tracker")
def test_only_a_forked_child_that_is_older_than_the_tracker_takes_the_block_away(context):
    method = context.get_start_method()
    taken = "gone\n" if method == "fork" else "still there\n"
    assert run_program("old_child", method, deadline=60).output == taken
    assert run_program("old_child", method, "tracker", deadline=60).output == "still there\n"


def test_a_managed_list_is_changed_by_a_child(context):
    with context.Manager() as manager:
        guests = manager.list(["anna"])
        child = context.Process(target=sharing.sign, args=(guests, "bert"))
        child.start()
        child.join(timeout=60)
        assert list(guests) == ["anna", "bert"]
