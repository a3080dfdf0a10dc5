"""Mutants of right answers have one change each, and the tool says what became of them."""

import ast
import os
from collections import Counter
from multiprocessing import Process, RawArray
from threading import Thread

import pytest

from helpers.exercises import check
from helpers.exercises.answers import exercises
from tests.children import put_pid
from tests.mutants import __main__ as tool
from tests.mutants import same, stand_ins, statements
from tests.mutants.making import Mutant, changes, mutants, prepared

ROUNDS = """
from multiprocessing import Process

def square_all(numbers, seconds):
    crew = [Process(target=put, args=(n,)) for n in numbers]
    for each in crew:
        each.start()
    for each in crew:
        each.join(timeout=60)
    return crew
"""
ERRAND = """
def run_locked(lock, seconds, errand):
    '''Run it.'''
    if not lock.acquire(timeout=seconds):
        return False
    try:
        errand()
    finally:
        lock.release()
"""
FILE = """
def total(path, lock):
    with lock, open(path, encoding='utf-8') as file:
        number = int(file.read())
    return number >= 0 and len(path)
"""
CHILD = """
class Counter(Process):
    def run(self):
        context = get_context('spawn')
"""

MISTAKES = {
    ROUNDS: {
        "without each.start()",
        "without return crew",
        "for each in crew: each.join(timeout=60) before for each in crew: each.start()",
        "time.sleep(0.2) for each.join(timeout=60)",
        "time.sleep(1.5) for each.join(timeout=60)",
        "each.join(timeout=0)",
        "crew = [Process(target=put, args=(n,)) for n in list(numbers)[1:]]",
        "crew = [Process(target=put, args=(n,)) for n in list(numbers)[:-1]]",
        "for each in list(crew)[:1]: each.start()",
        "crew = [Process(target=put, args=(n,), daemon=True) for n in numbers]",
        "crew = [Process(target=put(*(n,))) for n in numbers]",
        "return crew[::-1]",
        "numbers.clear() at the end",
        "numbers.pop() at the end",
    },
    ERRAND: {
        "if lock.acquire(timeout=seconds): return False",
        "if not lock.acquire(): return False",
        "if not lock.acquire(timeout=60): return False",
        "if not (time.sleep(0.2), lock.acquire(timeout=0))[1]: return False",
        "if True: return False",
        "return True",
        "no finally",
        "without lock.release()",
    },
    FILE: {
        "no with lock, open(path, encoding='utf-8') as file: number = int(file.read())",
        "return number > 0 and len(path)",
        "return number >= 1 and len(path)",
        "return number >= -1 and len(path)",
        "return number >= 0 or len(path)",
        "return number >= 0 and 1",
    },
    CHILD: {
        "sys.exit(1) at the end",
        "raise RuntimeError at the end",
        "context = get_context('fork')",
        "context = get_context('other')",
    },
}
NO_MISTAKES = [
    ("', '.join(names)", "sleep"),  # it waits for nobody
    ("table.get(key)", "sleep"),
    ("crew[0].join(timeout=60)", "61"),  # no check lasts as long
    ("crew[0].join(timeout=60)", "join()"),
    ("open(path, encoding='utf-8')", "other"),
    ("'''A docstring.'''", "without"),
    ("import os", "without"),
    ("if __name__ == '__main__': main(7)", "7"),  # no judge runs it
    ("one.start()\ntwo.start()", "before"),  # as good
    ("a = 1\nb = 2", "before"),
    ("a = f()\ng(a)", "before"),  # a NameError at once
    ("def f(n):\n    return n + 1", "clear"),  # no list
    ("def f(n):\n    return n + 1", "[::-1]"),
]


def made(text):
    return dict(changes(prepared(text, program=False)))


@pytest.mark.parametrize("answer", MISTAKES, ids=["rounds", "errand", "file", "child"])
def test_mistakes_are_made(answer):
    assert MISTAKES[answer] <= {words.partition(": ")[2] for words in made(answer)}


def test_all_processes_are_of_another_kind():
    for name in statements.STAND_INS + statements.BAD_ENDS:
        text = made(ROUNDS)[f": {name} for Process"]
        assert f"[stand_ins.{name}(target=put, args=(n,)) for n in numbers]" in text
        assert issubclass(getattr(stand_ins, name), stand_ins.Here | Process | Thread)


def ended(kind):
    """Run two processes of a kind; return an exit code, how many worked here, and in how many."""
    pids = RawArray("i", 2)
    crew = [kind(target=put_pid, args=(pids, place)) for place in range(2)]
    for each in crew:
        each.start()
    for each in crew:
        each.join(timeout=60)
    assert all(pids)
    return crew[0].exitcode, [*pids].count(os.getpid()), len(set(pids))


def test_what_stands_in_for_a_process_does_the_work_in_another_way():
    assert ended(stand_ins.Here) == ended(stand_ins.InThread) == (0, 2, 1)
    assert ended(stand_ins.InTurn) == (0, 0, 2)
    assert ended(stand_ins.OneForAll) == (0, 0, 1)
    assert ended(stand_ins.Raises) == ended(stand_ins.Exits) == (1, 0, 2)


def test_what_makes_no_difference_is_not_made():
    for answer, words in NO_MISTAKES:
        assert not [each for each in made(answer) if words in each]


def test_a_function_that_was_given_is_left_alone():
    given = prepared("def beat():\n    work(1)\n\ndef count():\n    work(2)", program=False)
    answer = "def beat():\n    'Beat.'\n    work(1)\n\ndef count():\n    work(3)"
    words = str([words for words, _ in changes(prepared(answer, False, given))])
    assert "work(4)" in words and "beat" not in words


def test_a_program_is_mutated_under_the_guard():
    tree = prepared("if __name__ == '__main__': main(7)", program=True)
    assert ": main(8)" in {words for words, _ in changes(tree)}


@pytest.mark.parametrize("answer", MISTAKES, ids=["rounds", "errand", "file", "child"])
def test_each_mutant_can_be_run_and_the_answer_is_as_before(answer):
    tree = prepared(answer, program=False)
    before = ast.unparse(tree)
    for words, text in changes(tree):
        compile(text, words, "exec")
        assert text != before
    assert ast.unparse(tree) == before


def test_inputs_are_changed_after_the_result_is_there():
    text = made(ROUNDS)[" square_all: numbers.clear() at the end"]
    assert text.endswith("    result = crew\n    numbers.clear()\n    return result")


def test_mutants_are_none_of_the_right_answers_and_have_names_of_their_own():
    made = mutants("ex03_letters")
    assert len({each.text for each in made}) == len({each.words for each in made}) == len(made)
    unchanged = [each.words for each in made if not each.changed]
    assert unchanged == ["solution", "right_pipe", "right_target"]


def test_fork_is_forced_where_another_start_method_is_wanted():
    forced = [each.method for each in mutants("ex03_letters") if "fork is" in each.words]
    assert forced == ["spawn"] * 3


@pytest.mark.parametrize(
    ("verdicts", "word"),
    [
        (["right. Well done."], "right"),
        (["not right yet: no."], "rejected"),
        (["not done yet."], "rejected"),
        (["too busy to tell: wait."], "too busy to tell"),
        (["not right yet: no.", "right. Well done.", "not right yet: no."], "right"),  # by luck
        (["too busy to tell: wait.", "not right yet: no."], "rejected"),
    ],
)
def test_the_fate_of_a_mutant(monkeypatch, verdicts, word):
    times = len(verdicts)
    monkeypatch.setattr(check, "verdict", lambda *args, **options: verdicts.pop(0))
    assert tool.fate(Mutant("ex03_letters", "solution: x", "x", "y"), times) == word
    assert verdicts == []


def test_who_could_not_be_judged_is_judged_once_more(monkeypatch, capsys):
    verdicts = ["right. Well done.", "too busy to tell: wait.", "not right yet: no."]
    monkeypatch.setattr(check, "verdict", lambda *args, **options: verdicts.pop(0))
    made = [Mutant("ex03_letters", "solution", "x", "x"), Mutant("ex03_letters", "f", "y", "x")]
    monkeypatch.setattr(tool, "mutants", lambda name: made)
    monkeypatch.setattr(tool, "read", dict)
    assert tool.run(["ex03_letters"], jobs=1, times=1) == 0
    assert "1 mutants in 0.0 minutes: 1 rejected" in capsys.readouterr().out


def test_survivors_are_shown_unless_there_is_a_reason(capsys):
    named = {"solution": "a = 1", "solution f: a = 2": "a = 2", "solution g: a = 3": "a = 3"}
    judged = [(Mutant("ex03_letters", *each, "a = 1"), "right") for each in named.items()]
    reasons = {"ex03_letters * f: a = 2": "It is as good.", "ex03_letters h: *": "It is gone."}
    unused = set(reasons)
    count = tool.tell(judged, reasons, unused)
    assert count == {"answers": 1, "explained": 1, "right": 1}
    assert unused == {"ex03_letters h: *"}
    shown = capsys.readouterr().out
    assert "  right: solution g: a = 3\n      -a = 1\n      +a = 3\n" in shown
    assert "a = 2" not in shown


@pytest.mark.parametrize(
    ("count", "status"),
    [
        ({"answers": 3, "rejected": 20, "explained": 9}, 0),
        ({"answers": 3, "rejected": 20, "right": 1}, 1),
        ({"answers": 2, "rejected": 20, "broken": 1}, 1),
        ({"answers": 3, "rejected": 20, "too busy to tell": 1}, 1),
    ],
)
def test_the_exit_status_says_whether_all_is_well(count, status):
    assert tool.summed_up(Counter(count), 1.0) == status


def test_a_reason_is_for_all_lines_above_it(tmp_path):
    file = tmp_path / "same.txt"
    file.write_text("# why\none\ntwo\n    Both are good.\n\nthree\n", encoding="utf-8")
    with pytest.raises(ValueError, match="indented line below 'three'"):
        same.read(file)
    file.write_text("# why\none\ntwo\n    Both are good.\n", encoding="utf-8")
    assert same.read(file) == dict.fromkeys(["one", "two"], "Both are good.")


def test_reasons_name_exercises_that_there_are():
    assert all(line.startswith(tuple(exercises())) for line in same.read())
