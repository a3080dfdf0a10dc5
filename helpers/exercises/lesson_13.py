"""The judges of lesson 13."""

import heapq
import math
import os
import tempfile
from collections import Counter
from pathlib import Path

from helpers.exercises.asking import Answer
from helpers.exercises.experiments.lesson_12 import all_of
from helpers.exercises.gatekeeper import gate_for
from helpers.exercises.judging import (
    beside,
    brief,
    chance,
    expect,
    function_of,
    notes_of_children,
    recorded_within,
)
from helpers.exercises.review import SIGNALLED, Wrong
from helpers.exercises.workers.lesson_13 import ERRORS, Question, lines_of
from helpers.recording import Note

SETTLED = 2.0  # seconds; a worker that has begun may still import what it runs
CHANGED = "batch_seconds has changed the list that it was handed. Work on a copy."


def ex13_batch(answer: Answer) -> str:
    """Say on paper how long a batch takes in chunks."""
    cases = [
        ([3, 1, 1, 1], 2, 1),
        ([1, 1, 1, 3], 2, 1),
        ([2, 2, 2, 2, 2], 2, 2),
        ([1, 2], 5, 1),
        ([4, 4, 4], 3, 10),
        ([], 2, None),
        ([], 3, 4),
        ([1] * 70 + [10] * 10, 2, None),
        ([1] * 9, 1, None),
        ([5], 4, None),
    ]
    for _ in range(40):
        seconds = chance.choices(range(1, 30), k=chance.randint(1, 40))
        size = chance.choice([None, None, 1, 2, 3, chance.randint(4, 50)])
        cases.append((seconds, chance.randint(1, 5), size))
    said, changed = beside(answer, all_of)(function_of(answer, "batch_seconds"), cases)
    for case, number in zip(cases, said, strict=True):
        truth, because = _batch(*case)
        seconds, workers, size = case
        expect(
            isinstance(number, int | float) and abs(number - truth) < 1e-6,
            f"seconds={brief(seconds)}, workers={workers}, chunksize={size}: expected {truth}, and "
            f"got {brief(number)}. {because}",
        )
    expect(not changed, CHANGED)
    return "Whoever is free takes the next chunk, and the last one decides."


def _batch(seconds: list[int], workers: int, chunksize: int | None) -> tuple[int, str]:
    """Return when a batch is done, and why."""
    if not seconds:
        return 0, "There is nothing to do."
    size = chunksize or math.ceil(len(seconds) / (4 * workers))
    ends, chunks = [0] * workers, []
    for first in range(0, len(seconds), size):
        chunks.append(sum(seconds[first : first + size]))
        heapq.heappush(ends, heapq.heappop(ends) + chunks[-1])
    because = f"The chunks take {brief(chunks)}, and whoever is free first takes the next one."
    if not chunksize:
        because = (
            f"By default a chunk has {size} tasks here: {len(seconds)} tasks / (4 × {workers} "
            f"workers), rounded up. {because}"
        )
    return max(ends), because


def ex13_answers(answer: Answer) -> str:
    """Hand a lock to the workers of a pool; lose no result, whatever fails."""
    kinds = ["a word", "a word", "nothing", *_errors(2), "a word", "a word"]
    chance.shuffle(kinds)
    _expect_answers(answer, [*_errors(1), *kinds])
    _expect_answers(answer, ["a word", *_errors(1)])
    said = function_of(answer, "ask_all")([])
    expect(said == [], f"there was no question: expected [], and got {brief(said)}.")
    return "Each has its answer or None, and one lock was enough for all."


def _errors(many: int) -> list[str]:
    return [error.__name__ for error in chance.sample(ERRORS, many)]


HANGS = (
    "Perhaps an answer is asked for when the pool has been left: leaving it ends its workers. Read "
    "all results inside of the block."
)


def _expect_answers(answer: Answer, kinds: list[str]) -> None:
    """Have questions asked, of which some lead to errors, and two have the same words."""
    words = chance.sample(["Who", "When", "Where", "Why", "How", "Which", "What", "Whose"], 7)
    words = [*words, words[-1]][-len(kinds) :]
    given = enumerate(zip(words, kinds, strict=True))
    questions = [Question(f"{word}?", number, kind) for number, (word, kind) in given]
    with gate_for(2, settled=SETTLED):
        said, timeline = recorded_within(6, HANGS, function_of(answer, "ask_all"), questions)
    notes = notes_of_children(timeline, "your own process called answer. Let two workers do it.")
    for note in notes:
        expect(
            not note.text.startswith("no lock"),
            f"answer was handed a {note.text.split()[-1]} in place of the lock. An initializer can "
            "keep the lock in a global variable of each worker.",
        )
    _expect_two_at_once(notes)
    asked = [note.text.split(" ")[1:] for note in notes if note.text.startswith("asked")]
    times = Counter(int(number) for number, _ in asked)
    expect(
        times == Counter(range(len(questions))),
        f"of {len(questions)} questions each should have been asked once; asked were "
        f"{len(times)}, {sum(times.values())} times. Two may have the same words.",
    )
    found = {int(number): None if word == "error" else word for number, word in asked}
    truth = [found[question.number] for question in questions]
    expect(
        isinstance(said, list) and said == truth,
        f"expected {brief(truth)}, and got {brief(said)}. In the order of the questions; None only "
        "where there was an exception, of whatever kind.",
    )
    expect(
        not any(note.text == "not alone" for note in notes),
        "both workers held the lock at the same time. Make one lock of multiprocessing, and hand "
        "it to all workers, by initializer and initargs.",
    )


def _expect_two_at_once(notes: list[Note]) -> None:
    pids = {note.pid for note in notes}
    expect(
        len(pids) <= 2,
        f"answer was called in {len(pids)} processes, and two were asked for, each of which takes "
        "one question after the other.",
    )
    expect(
        len(pids) == 2 and not any(note.text == "alone" for note in notes),
        "two workers were asked for, at the same time, and one of them did nothing while the other "
        "waited for it. Hand over all questions before you wait for an answer, and not all of them "
        "in one chunk.",
        timed=True,
    )


def ex13_library(answer: Answer) -> str:
    """Work through real files, some of which cannot be read, and lose nothing."""
    library = [path for path in Path(os.__file__).parent.glob("*.py") if path.stat().st_size < 5e4]
    with tempfile.TemporaryDirectory() as folder:
        odd = {"empty.txt": b"", "photo.txt": b"\x89PNG\r\n\x1a\n\xff", "one.txt": b"one\ntwo"}
        for name, content in odd.items():
            Path(folder, name).write_bytes(content)
        for workers in chance.sample([2, 3], 2):
            files = [*chance.sample(sorted(library), 6), *(Path(folder, name) for name in odd)]
            paths = [*map(str, files), str(Path(folder, "gone.txt")), folder]
            chance.shuffle(paths)
            _expect_counted(answer, paths, workers)
    return "Two could not be read, one could not even be sent, and nothing else was lost."


STUCK = (
    "A NoTextError cannot be sent from one process to another, which a pool does not survive. "
    "Catch exceptions where count_lines is called, in the worker, and return the name."
)


CAUGHT = "A file that cannot be read is no reason to stop: catch each exception, in the worker."


def _expect_counted(answer: Answer, paths: list[str], workers: int) -> None:
    """Have the lines of files counted, and look at who did it, and what came."""
    count_all = function_of(answer, "count_all", codes=(0, *SIGNALLED))
    with gate_for(workers, settled=SETTLED):
        try:
            said, timeline = recorded_within(6, STUCK, count_all, paths, workers)
        except OSError as error:  # one of those that count_lines raises
            raise Wrong(f"{type(error).__name__} came through. {CAUGHT}") from None
        except RuntimeError as error:
            expect(type(error).__name__ != "BrokenProcessPool", f"BrokenProcessPool: {STUCK}")
            raise
    expect("BrokenProcessPool" not in repr(said), f"BrokenProcessPool: {STUCK}")
    notes = notes_of_children(timeline, "your own process called count_lines. Let workers do it.")
    pids = {note.pid for note in notes}
    expect(
        len(pids) <= workers,
        f"{workers} workers were asked for, and count_lines was called in {len(pids)} processes. "
        "Start so many, once, and let each take one path after the other.",
    )
    expect(
        len(pids) == workers and not any(note.text == "alone" for note in notes),
        f"{workers} workers were asked for, at the same time, and {len(pids)} came to work. Hand "
        "over all paths before you wait for a result, and not many in one chunk.",
        timed=True,
    )
    counted = Counter(note.text.removeprefix("counts ") for note in notes)
    expect(
        counted == Counter(paths),
        f"of {len(paths)} paths each should have been counted once; counted were {len(counted)}, "
        f"{sum(counted.values())} times.",
    )
    _expect_dictionaries(said, paths)


def _expect_dictionaries(said: object, paths: list[str]) -> None:
    """Compare what was returned with what is in the files."""
    expect(
        isinstance(said, list | tuple) and [type(each) for each in said] == [dict, dict],
        f"two dictionaries were expected, and {brief(said)} came.",
    )
    for path in paths:
        name, truth = Path(path).name, _lines_or_error(path)
        counted = isinstance(truth, int)
        expect(
            [each.get(path) for each in said] == ([truth, None] if counted else [None, truth]),
            f"{name}: expected {truth!r} in the {'first' if counted else 'second'} dictionary and "
            f"nothing in the other one, and got {[each.get(path) for each in said]}.",
        )
    more = [brief(path) for each in said for path in each if path not in paths]
    expect(not more, f"these are no paths that were asked for: {', '.join(more)}.")


def _lines_or_error(path: str) -> int | str:
    """Count the lines of a file, or name the exception."""
    try:
        return lines_of(path)
    except Exception as error:
        return type(error).__name__
