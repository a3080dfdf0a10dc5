"""Every wait in helpers/ has a deadline: nothing that a lesson starts may hang for ever."""

import ast
from collections.abc import Iterator

import pytest

from helpers.environment import ROOT

HELPERS = ROOT / "helpers"
# What waits for ever if it is called with nothing in its brackets; `recv` knows no deadline at all.
WAITS = {"join", "get", "wait", "acquire", "result", "communicate"}
RECEIVES = {"recv", "recv_bytes"}
LOCKS = {"Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition"}

NEW = "a new lock, which nobody else can have taken"
CONDITION = "a condition's own wait() takes its lock again without a deadline"
JUDGED = "the judge ends an answer, and all that it has started, at its deadline"
HANGS = "lesson 15 looks at programs that hang, and ends each; so does an alarm"
POLLED = "it has been seen before that there is something to receive"
ALLOWED = {
    ("environment.py", "process.wait()"): "JupyterLab runs until the learner ends it",
    (
        "exercises/experiments/lesson_12.py",
        "PlayedLock: self.acquire()",
    ): "a lock in a play takes no time",
    ("exercises/workers/lesson_09.py", "buy_all: line.recv"): POLLED,
    (
        "exercises/experiments/lesson_10_total.py",
        "GivenBack: number.lock.acquire",
    ): "handed on, with its deadline",
    ("exercises/experiments/lesson_10_total.py", "GivenBack: self.acquire()"): JUDGED,
    ("exercises/experiments/lesson_10_total.py", "Number: with self.lock"): JUDGED,
    ("exercises/workers/lesson_11.py", "Plates: with self._lock"): JUDGED,
    ("exercises/workers/lesson_11.py", "Server: with self.counts.get_lock()"): JUDGED,
    ("exercises/workers/lesson_12.py", "AccountLock: self.acquire()"): JUDGED,
    ("exercises/workers/lesson_12.py", "Bank: with self.counts.get_lock()"): JUDGED,
    ("exercises/workers/slow.py", "self.acquire"): "the answer's own wait, which is judged",
    ("exercises/workers/slow.py", "slow_locks: self.acquire"): "the answer's own wait",
    ("exercises/workers/slow.py", "slow_locks: self.acquire()"): "the answer's own wait",
    ("exercises/verdicts.py", "future.result()"): "of a future that has ended",
    ("measuring/channels.py", "_get: queue.get()"): POLLED,
    ("scripts/ends_well.py", "end_with_parent: parent_process().join()"): "until the parent ends",
    ("scripts/global_lock.py", "with lock"): NEW,
    ("scripts/hanging.py", "wait_for: process.join()"): HANGS,
    ("scripts/held_lock.py", "hold: with lock"): NEW,
    ("scripts/inherited.py", "main: with lock"): NEW,
    ("system/waiting.py", "wait_for_word: connection.recv"): POLLED,
    ("workers/coordination.py", "with changed"): CONDITION,
    ("workers/fairness.py", "with desk"): CONDITION,
    ("workers/fairness.py", "with room"): CONDITION,
    ("workers/lives.py", "hold_until_stopped: with lock"): f"what `with` cannot do, and {NEW}",
    ("workers/messages.py", "shout: line.recv"): POLLED,
    (
        "workers/sharing.py",
        "count_many_locked: with total.get_lock()",
    ): "lesson 10 teaches this form",
    ("workers/standstill.py", "sell_loaves: counter.get()"): HANGS,
    ("workers/standstill.py", "take_both: with first"): HANGS,
    ("workers/standstill.py", "take_both: with second"): HANGS,
    ("workers/tickets.py", "buy_safely: with lock"): f"lesson 08 teaches this form, with {NEW}",
    ("workers/waiting.py", "receive: connection.recv"): POLLED,
}


def waits_for_ever(source: str) -> set[tuple[str, str]]:
    """Find what may wait for ever, each with the function or class that it is in."""
    places = ast.parse(source).body
    return {(getattr(place, "name", ""), text) for place in places for text in waits_in(place)}


def waits_in(place: ast.stmt) -> Iterator[str]:
    """Find calls without a deadline, and locks that `with` takes."""
    nodes = list(ast.walk(place))
    arguments = [node for node in nodes if isinstance(node, ast.arg) and node.annotation]
    locks = {each.arg for each in arguments if LOCKS & set(names_in(each.annotation))}
    called = {node.func for node in nodes if isinstance(node, ast.Call)}
    for node in nodes:
        if isinstance(node, ast.withitem) and is_lock(node.context_expr, locks):
            yield f"with {ast.unparse(node.context_expr)}"
        elif isinstance(node, ast.Call) and has_no_deadline(node):
            yield ast.unparse(node)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            handed_on = node.attr == "acquire" and node not in called
            if handed_on or node.attr in RECEIVES:
                yield ast.unparse(node)


def names_in(node: ast.AST) -> list[str]:
    return [each.id for each in ast.walk(node) if isinstance(each, ast.Name)]


def has_no_deadline(call: ast.Call) -> bool:
    """Say whether a call waits and does not say for how long at most."""
    said = len(call.args) + len(call.keywords)
    if isinstance(call.func, ast.Name):
        return call.func.id == "wait" and said == 1  # of multiprocessing.connection
    name = getattr(call.func, "attr", "")
    return said == 1 if name == "wait_for" else name in WAITS and said == 0


def is_lock(thing: ast.expr, locks: set[str]) -> bool:
    """Say whether something is a lock, by its name or its annotation."""
    if isinstance(thing, ast.Call):
        return getattr(thing.func, "attr", getattr(thing.func, "id", "")) in {"get_lock", *LOCKS}
    if isinstance(thing, ast.Subscript):
        return is_lock(thing.value, locks)
    name = getattr(thing, "attr", getattr(thing, "id", "")).lower()
    return name in locks or name.endswith(("lock", "locks", "condition", "semaphore"))


def waits() -> dict[str, set[tuple[str, str]]]:
    """Find the waits in every module but those that learners complete: these have a judge."""
    paths = [path for path in HELPERS.rglob("*.py") if path.parent.name != "skeletons"]
    sources = {path.relative_to(HELPERS).as_posix(): path for path in paths}
    return {
        module: waits_for_ever(path.read_text(encoding="utf-8")) for module, path in sources.items()
    }


def names_of(module: str, place: str, text: str) -> set[tuple[str, str]]:
    """Under what names a wait may be allowed: in one place, or anywhere in a module."""
    return {(module, f"{place}: {text}"), (module, text)}


def test_every_wait_in_helpers_has_a_deadline():
    found = {(module, *each) for module, several in waits().items() for each in several}
    assert len(found) >= len(ALLOWED)
    assert {each for each in found if not names_of(*each) & set(ALLOWED)} == set()


def test_what_is_allowed_is_still_there():
    found = [names_of(module, *each) for module, several in waits().items() for each in several]
    assert set(ALLOWED) - set().union(*found) == set()


@pytest.mark.parametrize(
    "source",
    [
        *("child.join()", "queue.get()", "stop.wait()", "lock.acquire()", "line.recv()"),
        *("future.result()", "process.communicate()", "wait([line])", "changed.wait_for(is_there)"),
        *("with lock: pass", "with total.get_lock(): pass", "with print_lock, span('x'): pass"),
        *("with self._condition: pass", "with locks[name]: pass", "with Lock(): pass"),
        *("ask(send, line.recv)", "line.poll(60); line.recv()"),
        "def cook(changed: Condition):\n    with changed: pass",
    ],
)
def test_a_wait_without_a_deadline_is_found(source):
    assert waits_for_ever(source)


@pytest.mark.parametrize(
    "source",
    [
        *("child.join(timeout=60)", "', '.join(words)", "table.get(key)", "queue.get(timeout=60)"),
        *(
            "lock.acquire(block=False)",
            "stop.wait(0.1)",
            "wait([line], timeout=1)",
            "receive(line)",
        ),
        *("with holding(lock): pass", "with open(path): pass", "with changed: pass"),
    ],
)
def test_a_wait_with_one_is_not(source):
    assert waits_for_ever(source) == set()
