"""Excuses are counted, and a run in which nothing about speed was ever seen fails."""

import pytest

from tests.excuses import ELSEWHERE, HELD, LATER, Finding, findings, nothing_but_excuses, summary
from tests.inner import start_tests, write_lesson

CELL = """finding("it is fast", seconds < 1, obstacle_to_speed(timeline))
finding("it is whole", whole, unseen=missing)
finding(f"{name} is here", True)
"""
PRINTED = """two lines of a lesson
yes: it is fast
not to be seen here (this system has none): it is whole
yes: ada is here
"""


def test_findings_are_read_from_what_a_cell_printed():
    assert findings(CELL, PRINTED) == [
        Finding("yes", "", "it is fast", True),
        Finding("not to be seen here", "this system has none", "it is whole", False),
        Finding("yes", "", "ada is here", False),
    ]
    assert findings("print(said)", PRINTED) == []


def fast(answer, busy=0.0):
    return Finding(answer, "", "it is fast", True, busy)


@pytest.mark.parametrize(
    ("found", "cores", "suspicious"),
    [
        ([fast(LATER), fast(LATER)], 2, True),
        ([fast(LATER), fast(LATER), fast(ELSEWHERE), Finding(HELD, "", "", False)], 2, True),
        ([fast(LATER), fast(LATER)], 1.5, False),  # two processes have not a core each
        ([fast(LATER), fast(LATER, busy=0.5)], 2, False),
        ([fast(LATER), fast(HELD)], 2, False),
        ([fast(LATER)], 2, False),
        ([fast(ELSEWHERE), fast(ELSEWHERE)], 2, False),
        ([Finding(LATER, "", "", False)] * 2, 2, False),
        ([], 2, False),
    ],
)
def test_excuses_are_too_many_when_nothing_kept_the_machine_busy(found, cores, suspicious):
    assert nothing_but_excuses(found, cores) is suspicious


def test_the_summary_says_how_many_and_why():
    found = [fast(HELD), *[fast(LATER)._replace(reason="one core")] * 2]
    found.append(Finding(ELSEWHERE, "this Python has a GIL", "", False))
    assert summary(found) == [
        "3 of 4 findings were excused",
        "   2 not measurable now (one core)",
        "   1 not to be seen here (this Python has a GIL)",
    ]


@pytest.mark.parametrize(("busy", "code"), [(0.0, 1), (1.0, 0)])
def test_a_run_without_a_reason_for_its_excuses_fails(tmp_path, monkeypatch, busy, code):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "machine.py").write_text(
        "from tests import excuses\n"
        f"excuses.cores_busy, excuses.usable_cores = lambda: {busy}, lambda: 2\n",
        encoding="utf-8",
    )
    setup = (
        "import sys\n\nsys.path.insert(0, '..')\n\nfrom helpers.lesson import finding\n\n"
        "obstacle_to_speed = 'always {}'.format\n"
    )
    cell = "".join(f"finding('{n} cores', False, obstacle_to_speed({n}))\n" for n in [1, 2])
    cell += "finding('all is here', False, unseen='not on this system')\n"
    path = write_lesson(
        tmp_path, (setup, ""), (cell, "yes: 1 cores\nyes: 2 cores\nyes: all is here\n")
    )
    tests = start_tests(path, tmp_path, "-p", "machine")
    output, _ = tests.communicate(timeout=120)
    assert tests.returncode == code, output
    assert "3 of 3 findings were excused" in output
    assert "1 not to be seen here (not on this system)" in output
    assert ("FAILED: the machine was idle" in output) == bool(code)


@pytest.mark.parametrize(("busy", "options", "code"), [
    (0.0, (), 0), (1.0, (), 1), (1.0, ("--disturbed",), 0),
])  # fmt: skip
def test_what_others_disturbed_is_not_written(tmp_path, monkeypatch, busy, options, code):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "machine.py").write_text(
        f"from tests import plugin\nplugin.cores_busy = lambda seconds: {busy}\n", encoding="utf-8"
    )
    path = write_lesson(tmp_path, ("print('now')\n", "before\n"))
    tests = start_tests(path, tmp_path, "-p", "machine", "--refresh", *options)
    output, _ = tests.communicate(timeout=120)
    assert tests.returncode == code, output
    assert ("now\\n" in path.read_text(encoding="utf-8")) == (code == 0)
    assert ("other programs kept 1.0 cores busy" in output) == bool(code)
