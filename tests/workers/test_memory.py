import os

import pytest

from helpers.recording import record
from helpers.system.memory import MB, measure
from helpers.workers import memory

BEFORE = "count 0, guests ['anna'], prices {'tea': 2}, seats 4, plan ['eat']"
AFTER = "count 1, guests ['anna', 'bert'], prices {'tea': 3}, seats 5, plan ['eat', 'dance']"


@pytest.fixture(autouse=True)
def as_imported():
    memory.reset()
    yield
    memory.reset()


def texts(timeline):
    return [each.text for each in timeline.notes]


def test_a_child_changes_its_own_copies(run):
    plan = ["eat"]
    with record() as timeline:
        (child,) = run(memory.change_everything, (plan,))

    assert child.exitcode == 0
    assert texts(timeline) == [AFTER]
    assert memory.describe(plan) == BEFORE


def test_reset_undoes_a_change():
    plan = ["eat"]
    memory.change_everything(plan)
    assert memory.describe(plan) == AFTER
    memory.reset()
    assert memory.describe(["eat"]) == BEFORE


def test_only_a_forked_child_begins_with_the_parents_values(run, context):
    memory.count = 100
    with record() as timeline:
        run(memory.note_count, ())
    forked = context.get_start_method() == "fork"
    assert texts(timeline) == ["100" if forked else "0"]


def test_a_forked_child_has_its_list_at_the_same_address(run, context):
    with record() as timeline:
        run(memory.note_address, ())
    assert int(texts(timeline)[0]) > 0
    if context.get_start_method() == "fork":
        assert texts(timeline) == [str(id(memory.guests))]


def test_files_are_shared(run, tmp_path):
    path = tmp_path / "shared.txt"
    run(memory.append_line, (str(path), "from a child"))
    memory.append_line(str(path), "from the parent")
    assert path.read_text(encoding="utf-8") == "from a child\nfrom the parent\n"


def test_a_forked_child_shares_the_place_in_an_open_file(run, context, tmp_path):
    if context.get_start_method() != "fork":
        pytest.skip("only a forked child inherits open files")
    path = tmp_path / "letters.txt"
    path.write_text("abcdefgh", encoding="utf-8")
    descriptor = os.open(path, os.O_RDONLY)
    with record() as timeline:
        run(memory.read_letters, (descriptor,))
    assert texts(timeline) == ["abcd"]
    assert os.read(descriptor, 4) == b"efgh"
    os.close(descriptor)


@pytest.mark.parametrize("target", [memory.keep, memory.change_and_keep])
def test_a_child_keeps_a_block_until_it_may_go(context, target):
    block = bytearray(20 * MB)
    here, there = context.Pipe()
    child = context.Process(target=target, args=(block, there))
    child.start()
    assert here.poll(60) and here.recv() == len(block)
    (held,) = measure([child.pid])
    here.send("go")
    child.join(timeout=30)

    assert child.exitcode == 0 and not any(block)
    assert held.rss > 20 * MB
    if target is memory.change_and_keep or context.get_start_method() != "fork":
        assert not held.uss < 15 * MB  # NaN where it is not told
