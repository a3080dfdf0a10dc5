"""Count the findings that lessons excused, and fail a run that excused all without a reason.

The outputs of an excused finding and of one that held are compared as if they were the same. So a
mistake in what lessons take for an excuse would go unnoticed.
"""

import ast
import re
from collections import Counter
from typing import NamedTuple

import psutil
import pytest
from nbval.plugin import IPyNbCell

from helpers.system.machine import usable_cores

HELD, FAILED = "yes", "NO"
LATER, ELSEWHERE = "not measurable now", "not to be seen here"
SAID = re.compile(rf"^({HELD}|{FAILED}|{LATER}|{ELSEWHERE})(?: \(([^)]*)\))?: (.+)$", re.M)
IDLE = 0.25  # cores; up to this, lessons do not accept others' work as an excuse either


class Finding(NamedTuple):
    """What a lesson said about a claim."""

    answer: str
    reason: str
    claim: str
    about_speed: bool
    busy: float = 0.0  # cores that were busy when the lesson had just excused it


FOUND = pytest.StashKey[list[Finding]]()


def pytest_configure(config):
    config.stash[FOUND] = []


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item):
    """Keep what a cell said; after an excuse, see whether the machine is busy at all."""
    if not isinstance(item, IPyNbCell):
        return
    outputs = [output for output in item.test_outputs or [] if output.get("name") == "stdout"]
    found = findings(item.cell.source, "".join(output.text for output in outputs))
    if any(each.about_speed and each.answer == LATER for each in found):
        busy = cores_busy()
        found = [each._replace(busy=busy) for each in found]
    item.config.stash[FOUND] += found


def pytest_sessionfinish(session):
    found = session.config.stash[FOUND]
    if hasattr(session.config, "workeroutput"):  # one of several processes that test
        session.config.workeroutput["found"] = [tuple(each) for each in found]
    elif session.exitstatus == 0 and nothing_but_excuses(found, usable_cores()):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Take over what another process has found."""
    found = getattr(node, "workeroutput", {}).get("found", [])
    node.config.stash[FOUND] += [Finding(*each) for each in found]


def pytest_terminal_summary(terminalreporter, config):
    found = config.stash[FOUND]
    if not found:
        return
    terminalreporter.section("findings")
    for line in summary(found):
        terminalreporter.write_line(line)
    if nothing_but_excuses(found, usable_cores()):
        terminalreporter.write_line(
            "FAILED: the machine was idle, and yet every finding about speed was excused", red=True
        )


def findings(source: str, text: str) -> list[Finding]:
    """Read the findings of a cell from what it printed."""
    said = SAID.findall(text) if "finding(" in source else []
    fast = _claims_about_speed(source) if said else set()
    return [Finding(answer, reason, claim, claim in fast) for answer, reason, claim in said]


def _claims_about_speed(source: str) -> set[str]:
    tree = ast.parse(re.sub(r"^[%!].*", "", source, flags=re.M))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {
        call.args[0].value
        for call in calls
        if ast.unparse(call.func) == "finding"
        and "obstacle_to_speed(" in ast.unparse(call)
        and isinstance(call.args[0], ast.Constant)
    }


def cores_busy(seconds: float = 1) -> float:
    """Return how many cores of this machine are busy, over so many seconds."""
    return psutil.cpu_percent(interval=seconds) / 100 * psutil.cpu_count()


def nothing_but_excuses(found: list[Finding], cores: float) -> bool:
    """Say whether an idle machine with two cores excused every finding about speed.

    One alone may be bad luck: another program that was busy and has just ended.
    """
    fast = [each for each in found if each.about_speed and each.answer != ELSEWHERE]
    return (
        cores >= 2
        and len(fast) >= 2
        and all(each.answer == LATER and each.busy < IDLE for each in fast)
    )


def summary(found: list[Finding]) -> list[str]:
    """Say how many findings were excused, of how many, and why."""
    excused = Counter(
        (each.answer, each.reason) for each in found if each.answer in (LATER, ELSEWHERE)
    )
    lines = [f"{number:4} {answer} ({why})" for (answer, why), number in sorted(excused.items())]
    return [f"{excused.total()} of {len(found)} findings were excused", *lines]
