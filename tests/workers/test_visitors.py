import multiprocessing
import os
import subprocess
import sys

import pytest

from helpers.environment import ROOT
from helpers.recording import record
from helpers.workers import visitors


def notes_of(timeline):
    return [(each.process, each.text) for each in timeline.notes]


def start_and_join(process):
    process.start()
    process.join(timeout=60)
    return process.exitcode


@pytest.mark.parametrize(
    ("target", "task", "exit_code", "text"),
    [
        (visitors.greet, ("Zoë",), 0, "hello Zoë"),
        (visitors.introduce, (), 0, "I am guest, a child of MainProcess"),
        (visitors.add_guest, (["egon"], "frida"), 0, "egon, frida"),
        (visitors.count_letters, ("egon",), 0, None),
        (visitors.exit_with_letters, ("egon",), 4, None),
        (visitors.accept, (bytes(1_000_000),), 0, None),
    ],
)
def test_every_target_runs_under_every_start_method(run, target, task, exit_code, text):
    with record() as timeline:
        (process,) = run(target, task, names=["guest"])

    assert process.exitcode == exit_code
    assert notes_of(timeline) == ([("guest", text)] if text else [])


def test_an_invitation_has_defaults_for_its_keywords(context):
    with record() as timeline:
        for kwargs in ({}, {"drink": "tea"}):
            arguments = {"args": ("egon", "frida"), "kwargs": kwargs}
            process = context.Process(target=visitors.invite, name="guest", **arguments)
            assert start_and_join(process) == 0

    assert [each.text for each in timeline.notes] == [
        "egon visits frida: bread and water",
        "egon visits frida: bread and tea",
    ]


def test_a_visit_is_short(run):
    with record() as timeline:
        run(visitors.visit, (), (), names=["egon", "frida"])

    first, second = timeline.spans
    assert {first.label, second.label} == {"visiting"}
    assert not first.cut and not second.cut
    assert min(each.end - each.start for each in timeline.spans) >= 0.09


def test_a_visit_is_of_random_length(monkeypatch):
    lengths = []
    monkeypatch.setattr(visitors, "stay", lambda label, seconds: lengths.append(seconds))
    for _ in range(20):
        visitors.visit()

    assert min(lengths) >= 0.1 and max(lengths) <= 0.6
    assert len(set(lengths)) == 20


def test_a_stay_has_the_label_that_it_is_given(run):
    with record() as timeline:
        visitors.stay("in the parent", 0)
        run(visitors.stay, ("in the child", 0), names=["guest"])

    assert [(each.process, each.label) for each in timeline.spans] == [
        ("MainProcess", "in the parent"),
        ("guest", "in the child"),
    ]


def test_lines_are_counted_where_the_file_is_opened(run, tmp_path):
    path = tmp_path / "guests.txt"
    path.write_text("Åsa\nZoë\n", encoding="utf-8")
    with record() as timeline:
        run(visitors.count_lines, (str(path),))
    assert [each.text for each in timeline.notes] == ["2"]


def test_an_argument_changes_in_the_child_only(run):
    guests = ["egon"]
    run(visitors.add_guest, (guests, "frida"))
    assert guests == ["egon"]
    visitors.add_guest(guests, "frida")
    assert guests == ["egon", "frida"]


def test_a_visitor_greets_and_its_attributes_stay_behind():
    with record() as timeline:
        visitor = visitors.Visitor("frida", name="egon", daemon=True)
        assert visitor.daemon and start_and_join(visitor) == 0
        assert not visitor.greeted
        visitor.run()

    assert visitor.greeted
    assert notes_of(timeline) == [("egon", "hello frida"), ("MainProcess", "hello frida")]
    assert timeline.notes[0].pid == visitor.pid != os.getpid() == timeline.notes[1].pid


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_a_visitor_greets_under_every_start_method(method):
    # A class is a child of multiprocessing.Process: its start method is the program's own.
    code = (
        "import multiprocessing\nfrom helpers.workers.visitors import Visitor\n"
        f"multiprocessing.set_start_method({method!r})\n"
        "visitor = Visitor('frida'); visitor.start(); visitor.join(timeout=30)\n"
        "print(visitor.exitcode, visitor.greeted)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "0 False\n", done.stderr


def test_a_forgetful_visitor_is_no_process():
    visitor = visitors.ForgetfulVisitor("frida")
    with pytest.raises(AttributeError, match="ForgetfulVisitor"):
        visitor.start()


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_a_telling_process_notes_what_ended_it_and_is_quiet(method):
    # Like Visitor, it takes the program's own start method; so this is a program of its own.
    code = (
        "import multiprocessing\nfrom helpers.recording import record\n"
        "from helpers.workers.visitors import greet\n"
        "from helpers.workers.tasks import NotingProcess\n"
        f"multiprocessing.set_start_method({method!r})\n"
        "with record() as timeline:\n"
        "    for args in [('egon'), ('egon',)]:\n"
        "        process = NotingProcess(target=greet, args=args)\n"
        "        process.start(); process.join(timeout=30); print(process.exitcode)\n"
        "print(*[note.text for note in timeline.notes], sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "1",
        "0",
        "TypeError: greet() takes 1 positional argument but 4 were given",
        "hello egon",
    ]
