"""The judges of lesson 08."""

from pathlib import Path

from helpers.exercises.asking import Answer, Late
from helpers.exercises.crews import (
    about_locks,
    content_of,
    file_of,
    notes_of_crew,
    recorded_with_file,
)
from helpers.exercises.experiments import lesson_08 as errands
from helpers.exercises.functions import Function
from helpers.exercises.gatekeeper import gate_for
from helpers.exercises.judging import (
    Wrong,
    beside,
    brief,
    chance,
    expect,
    function_of,
    recorded_within,
    start_by,
)
from helpers.exercises.programs import output_of, start_program

TIMEOUT = (
    "The first argument of acquire() is whether to wait, and `with lock` waits for ever: name "
    "timeout=."
)


def ex08_visitors(answer: Answer) -> str:
    """Find the critical section, and protect it with a lock that every process is handed."""
    # Under fork a global lock would do; an answer shall be right on every system.
    start_by(answer, "spawn")
    visitors, before = chance.choice([3, 5]), chance.randint(1, 500)
    with file_of("count", before) as path, gate_for(visitors) as gate:
        count_visitors = function_of(answer, "count_visitors")
        timeline = recorded_with_file(count_visitors, str(path), visitors, gate)
        counted = content_of(path)
    notes = notes_of_crew(answer, timeline, visitors, "visitors", "one(gate)")
    methods = {life.method for life in answer.crew if life.pid in {note.pid for note in notes}}
    expect(
        methods == {"spawn"},
        f"every start method was promised, and the processes were started by "
        f"{' and '.join(sorted(methods))} though the default was spawn. Leave the default as it "
        "is, and hand over what a child needs.",
    )
    expect(
        counted == {"count": before + visitors},
        f"the file counted {before} visitors, {visitors} more came, and it says {brief(counted)}: "
        f"updates were lost. {about_locks()}",
    )
    return "No visitor is lost: reading and writing belong together, under one lock for all."


def ex08_patience(answer: Answer) -> str:
    """Wait for a lock with a deadline, and let no exception leave it locked."""
    run_locked = function_of(answer, "run_locked")
    _try_free_lock(answer, run_locked)
    kind = chance.choice(["Trouble", "Mishap", "Failure"])
    for stop in (False, True):
        came, free = beside(answer, errands.with_an_error)(run_locked, kind, stop)
        expect(came != "", "an error in the errand was swallowed. Let it come through.")
        expect(came == kind, f"the errand raised {kind}, and {came} came. Let it come through.")
        what = "that was stopped, by a kind of KeyboardInterrupt," if stop else "with an error"
        expect(
            free,
            f"after an errand {what} the lock was still locked. "
            "Put release() into a finally: it runs whatever happens.",
        )
    try:
        said, done, free, took = beside(answer, errands.with_a_lock_of_others)(
            run_locked, errands.SHORT, errands.HELD
        )
    except TypeError as error:  # what acquire() says to a float
        raise Wrong(f"line {error.line} led to {error}. {TIMEOUT}") from None
    expect(
        not done or took > errands.HELD,
        "somebody else held the lock, and the errand was run all the same. acquire(...) returns "
        "whether you got it.",
    )
    expect(
        not done and took < errands.HELD,
        f"somebody else held the lock for {errands.HELD} seconds, it should have been waited for "
        f"no longer than {errands.SHORT}, and it took {took:.1f}. {TIMEOUT}",
        timed=not done,
    )
    expect(not free, "the lock was somebody else's, and it has been released.")
    expect(
        said is False,
        f"somebody else held the lock all the time: expected False, and got {said!r}. "
        "acquire(timeout=...) returns whether you got it.",
    )
    for seconds, held in [
        (errands.LONG, errands.HELD),
        (chance.uniform(0.6, 0.9), errands.BRIEFLY),
    ]:
        held_briefly = beside(answer, errands.with_a_lock_of_others)
        said, done, free, took = held_briefly(run_locked, seconds, held)
        expect(
            said is True and done == [False],
            f"somebody else gave the lock back after {held} seconds, and there were {seconds:.1f} "
            f"to wait for it: the errand should have been run under the lock, and {said!r} came. "
            "Wait as long as seconds says, which need not be a whole number.",
            timed=took > seconds,
        )
        expect(free, "after the errand the lock was still locked. Release it.")
    return "It waits as long as it may, and gives back what it took, whatever happens."


def _try_free_lock(answer: Answer, run_locked: Function) -> None:
    """Have an errand run while nobody else wants the lock."""
    try:
        said, done, free = beside(answer, errands.with_a_free_lock).call((run_locked,), seconds=4)
    except Late as late:
        raise Wrong(f"the lock was free, and {late}", timed=True) from None
    expect(bool(done), "the lock was free, and the errand was not run. Call errand().")
    expect(done[0] is False, "the errand ran without the lock. Acquire it first.")
    expect(len(done) == 1, f"the errand was run {len(done)} times. Call it once.")
    expect(said is True, f"the errand was run: expected True, and got {said!r}.")
    expect(free, "after the errand the lock was still locked. Release it.")


def ex08_points(answer: Answer) -> str:
    """Hold a lock for neither too long nor too short."""
    players, before = chance.choice([5, 6]), chance.randint(1, 500)
    with file_of("points", before) as path, gate_for(players, settled=1.5) as gate:
        timeline = recorded_with_file(function_of(answer, "play"), str(path), players, gate)
        content = content_of(path)
    notes = notes_of_crew(answer, timeline, players, "players", "earn(gate)")
    expect(
        all(note.text.startswith("in company") for note in notes),
        "somebody earned points alone, while all others waited for the lock. Hold the lock only "
        "for the file, from reading to writing.",
        timed=True,
    )
    earned = [int(note.text.split()[-1]) for note in notes]
    expect(
        content == {"points": before + sum(earned)},
        f"there were {before} points, the players earned {' + '.join(map(str, earned))}, and the "
        f"file says {brief(content)}: updates were lost. {about_locks()}",
    )
    return "The lock is held for the critical section, and all else goes on at the same time."


def ex08_transfer(answer: Answer) -> str:
    """Cure a deadlock, by ordering or by giving back."""
    hint = (
        "A deadlock: each holds a lock and waits for the other's. Let all take their locks in the "
        "same order, whoever pays."
    )
    with gate_for(2) as gate:
        _, timeline = recorded_within(7, hint, function_of(answer, "transfer_both"), gate)
    paid = [note.text.split(" ") for note in timeline.notes if note.pid != timeline.pid]
    said = sorted(f"{source} pays {target}" for source, target, *_ in paid)
    expect(
        said == ["a pays b", "b pays a"],
        f"expected 'a pays b' and 'b pays a', once each in a child, and there was {brief(said)}. "
        "Whoever gives a lock back has to try again.",
    )
    notes_of_crew(answer, timeline, 2, "payers", "pay()")
    (_, _, _, end, *free), (_, _, begin, _, *others) = sorted(paid, key=lambda each: each[2])
    expect(
        "one-for-both" not in free + others,
        "both accounts have one and the same lock. Let each have its own, and let all take them in "
        "the same order.",
    )
    expect(
        not any(free + others) and float(end) <= float(begin),
        "somebody paid without holding the locks of both accounts. Look at what acquire() has "
        "returned, and keep the first lock until it is paid.",
    )
    return "No circle, no deadlock."


def ex08_programs(answer: Path) -> str:
    """Choose a lock that programs can share which are not each other's children."""
    before = chance.randint(1, 500)
    with file_of("count", before) as path, gate_for(2, patience=3) as gate:
        for program in [start_program(answer, str(path)) for _ in range(2)]:
            try:
                output_of(program, deadline=6)
            except Wrong as wrong:
                half = " It read what was half written. " if "JSONDecodeError" in str(wrong) else ""
                words = half and f"{half}Hold the lock until the file is closed."
                raise Wrong(f"{wrong}{words}", wrong.timed) from None
        content, asked = content_of(path), len([*Path(gate.path).glob("*.here")])
    expect(asked == 2, f"one_beside(path) was called by {asked} of two programs. Call it in both.")
    expect(
        content == {"count": before + 2},
        f"the file counted {before} visits, two programs counted one each, and it says "
        f"{brief(content)}. A multiprocessing.Lock of each program is a lock of its own: take a "
        "file lock, whose name both know; looking for a file first and making it then are two "
        "steps, and no lock. It must be held from reading to writing.",
    )
    return "A lock with a name protects also from programs that you do not know."
