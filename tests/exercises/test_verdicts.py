"""Answers are judged side by side and not twice; what is remembered is what still holds."""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from tqdm import tqdm

from helpers.exercises import check, remembered, verdicts
from helpers.exercises.verdicts import judge_all

NAME, OTHER = "ex00_dinner", "ex05_race"
BUSY = "too busy to tell: other programs run."


@pytest.fixture(autouse=True)
def memory(monkeypatch, tmp_path):
    monkeypatch.setattr(remembered, "FILE", tmp_path / "memory" / ".verdicts.json")
    remembered.FILE.parent.mkdir()
    return remembered.FILE


@pytest.fixture
def asked(monkeypatch):
    """Take a stand-in for the judge, and return the texts that it was asked about so far."""
    seen = []
    judging(monkeypatch, lambda text: seen.append(text) or f"right. {text}")
    return seen


def judging(monkeypatch, say):
    def verdict(name, folder):
        return say((folder / f"{name}.py").read_text(encoding="utf-8"))

    monkeypatch.setattr(check, "verdict", verdict)


def answer(folder, text, name=NAME):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder / f"{name}.py"


def test_what_has_not_changed_is_not_judged_again(tmp_path, asked):
    paths = [answer(tmp_path / "ada", "one"), answer(tmp_path / "ada", "two", OTHER)]
    first = judge_all(paths)
    assert first == {paths[0]: "right. one", paths[1]: "right. two"} == judge_all(paths)
    assert sorted(asked) == ["one", "two"]
    answer(tmp_path / "ada", "three")
    assert judge_all(paths)[paths[0]] == "right. three"
    judge_all(paths, again=True)
    assert sorted(asked) == ["one", "three", "three", "two", "two"]


def test_the_same_answer_of_several_students_is_judged_once(tmp_path, asked):
    paths = [answer(tmp_path / name, "one") for name in ["ada", "grace", "joan"]]
    other = answer(tmp_path / "ada", "one", OTHER)  # the same text, but another exercise
    assert judge_all([*paths, other]) == dict.fromkeys([*paths, other], "right. one")
    assert asked == ["one", "one"]


@pytest.mark.parametrize(
    ("verdict", "times"),
    [
        ("right. Well.", 1),
        ("not right yet: the first was carl.", 1),
        ("not done yet.", 2),
        (check.TOO_BUSY, 4),  # each time once more, alone
        (check.TOO_LATE.format(9), 2),
        (check.NO_JUDGE, 2),
        ("not right yet: it had not come to its end after 2 seconds. And so on.", 2),
        ("not right yet: the program had not ended after 5 seconds.", 2),
        ("could not be judged: OSError: no space.", 2),
    ],
)
def test_only_what_lasts_is_remembered(monkeypatch, tmp_path, verdict, times):
    seen = []
    judging(monkeypatch, lambda text: seen.append(text) or verdict)
    path = answer(tmp_path / "ada", "one")
    assert judge_all([path]) == {path: verdict} == judge_all([path])
    assert len(seen) == times


def test_what_the_machine_was_too_busy_for_is_tried_again_alone_after_all_others(
    monkeypatch, tmp_path
):
    running, seen = [], []

    def say(text):
        first = text not in seen
        seen.append(text)
        running.append(text)
        if text == "two":
            time.sleep(0.5)  # "one" could be tried again meanwhile
        beside = [each for each in running if each != text]
        running.remove(text)
        return BUSY if text == "one" and first else f"right. Beside {beside}."

    judging(monkeypatch, say)
    paths = [answer(tmp_path / text, text) for text in ["one", "two", "three"]]
    assert judge_all(paths)[paths[0]] == "right. Beside []."
    assert sorted(seen[:3]) == ["one", "three", "two"] and seen[3:] == ["one"]


def test_a_machine_that_stays_busy_is_not_asked_for_ever(monkeypatch, tmp_path):
    seen = []
    judging(monkeypatch, lambda text: seen.append(text) or BUSY)
    paths = [answer(tmp_path / f"{number}", f"{number}") for number in range(20)]
    assert judge_all(paths) == dict.fromkeys(paths, BUSY)
    assert len(seen) == 20 + verdicts.PATIENCE


def test_what_breaks_is_the_verdict_on_one_only(monkeypatch, tmp_path):
    def say(text):
        if text == "one":
            raise MemoryError("too much")
        return "right. So."

    judging(monkeypatch, say)
    paths = [answer(tmp_path / text, text) for text in ["one", "two"]]
    assert list(judge_all(paths).values()) == [
        "could not be judged: MemoryError: too much",
        "right. So.",
    ]


def test_what_was_judged_before_an_interruption_is_remembered(monkeypatch, tmp_path, asked):
    paths = [answer(tmp_path / text, text) for text in ["one", "two"]]

    def interrupted(answers):
        yield answers[0], "right. one"
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(verdicts, "_verdicts", interrupted)
        with pytest.raises(KeyboardInterrupt):
            judge_all(paths)
    judge_all(paths)
    assert asked == ["two"]


def test_an_answer_that_was_changed_while_it_was_judged_is_not_remembered(monkeypatch, tmp_path):
    path = answer(tmp_path / "ada", "one")

    def say(text):
        answer(tmp_path / "ada", "two")
        return f"right. {text}"

    judging(monkeypatch, say)
    judge_all([path])
    assert not remembered.recall()


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"a": 1}', "\0" * 9, "[" * 100_000, None])
def test_a_memory_that_is_damaged_is_made_anew(tmp_path, memory, asked, text):
    path = answer(tmp_path / "ada", "one")
    memory.write_text(text) if text is not None else memory.parent.rmdir()
    assert judge_all([path]) == {path: "right. one"}
    if text is not None:
        assert list(json.loads(memory.read_text()).values()) == ["right. one"]
        assert list(memory.parent.iterdir()) == [memory]


def test_a_memory_that_cannot_be_written_stops_nobody(tmp_path, memory, asked):
    memory.mkdir()
    path = answer(tmp_path / "ada", "one")
    assert judge_all([path]) == {path: "right. one"}
    assert list(memory.parent.iterdir()) == [memory]


def test_several_may_remember_at_once(memory):
    with ThreadPoolExecutor(8) as threads:
        for number in range(200):
            threads.submit(remembered.remember, {f"{number}": "right. So."})
            threads.submit(remembered.recall)
    assert 0 < len(json.loads(memory.read_text())) <= 200
    assert list(memory.parent.iterdir()) == [memory]


def test_the_oldest_of_many_are_forgotten(monkeypatch):
    monkeypatch.setattr(remembered, "MOST", 3)
    for number in range(5):
        remembered.remember({f"{number}": "right. So."})
    remembered.remember({"2": "right. Again."})
    assert list(remembered.recall()) == ["3", "4", "2"]


def test_a_verdict_depends_on_what_the_answer_may_import(tmp_path):
    text = "from mine import f\nimport ex05_race, tools.more\n"
    keys = {remembered.key(path := answer(tmp_path / "ada", text))}
    (tmp_path / "ada" / "tools").mkdir()
    for name, words in [
        ("mine.py", "import ex11_take"),
        ("mine.py", "import ex11_take, ex11_rounds"),
        ("ex05_race.py", "1"),
        ("ex11_take.py", "2"),  # not the answer's, but what it imports imports it
        ("tools/more.py", "3"),
        ("random.py", "4"),  # takes the place of Python's own
    ]:
        (tmp_path / "ada" / name).write_text(words)
        assert remembered.key(path) not in keys, name
        keys.add(remembered.key(path))
    (tmp_path / "ada" / "ex08_points.py").write_text("another exercise, which nobody mentions")
    (tmp_path / "ada" / "notes.txt").write_text("import")
    assert remembered.key(path) in keys


def test_a_verdict_depends_on_the_judges_and_on_this_python(monkeypatch, tmp_path):
    ours = tmp_path / "helpers"
    ours.mkdir()
    (ours / "judge.py").write_text("1")
    monkeypatch.setattr(remembered, "ROOT", tmp_path)
    monkeypatch.setattr(remembered, "COURSE", [ours])

    def key():
        remembered._course.cache_clear()
        return remembered.key(path)

    path = answer(tmp_path / "ada", "one")
    try:
        keys = [key(), key()]
        (ours / "judge.py").write_text("2")
        keys.append(key())
        monkeypatch.setattr(remembered, "usable_cores", lambda: 77)
        keys.append(key())
        monkeypatch.setattr(sys, "version", "4.0")
        keys.append(key())
    finally:
        remembered._course.cache_clear()
    assert keys[0] == keys[1] and len(set(keys)) == 4


def test_the_bar_is_for_terminals_and_leaves_no_semaphore(monkeypatch, tmp_path, asked, capfd):
    judge_all([answer(tmp_path / "ada", "one")])
    assert capfd.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    judge_all([answer(tmp_path / "ada", "two")])
    assert "checking:" in capfd.readouterr().err
    assert not hasattr(tqdm.get_lock(), "mp_lock")
    judge_all([answer(tmp_path / "ada", "two")])  # it is remembered: there is nothing to show
    assert capfd.readouterr().err == ""
