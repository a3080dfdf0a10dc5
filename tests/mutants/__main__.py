"""Judge the mutants of right answers, and show those that are still called right.

The exit status is 1 if one of them has no reason in `same.txt`, or too few are rejected.
"""

import argparse
import difflib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from itertools import groupby
from pathlib import Path

from helpers.exercises.answers import exercises
from helpers.exercises.check import BUSY
from tests.exercises.trials import Trial
from tests.mutants.making import Mutant, mutants
from tests.mutants.same import read, reason

AT_ONCE = 12  # those that hang mostly wait
FEW = 3  # at once, if the machine was too busy to tell
ENOUGH = 0.95  # of the mutants without a reason


def main() -> int:
    """Judge the mutants of the exercises that are named, or of all; say which survive."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("names", metavar="EXERCISE", nargs="*", help="or how some begin: ex03")
    parser.add_argument("--jobs", type=int, default=AT_ONCE, help="at once (%(default)s)")
    parser.add_argument("--times", type=int, default=1, help="each is judged (%(default)s)")
    options = parser.parse_args()
    for given in options.names:
        if not any(name.startswith(given) for name in exercises()):
            parser.error(f"EXERCISE must be one of {', '.join(exercises())}, not {given!r}")
    if min(options.jobs, options.times) < 1:
        parser.error("--jobs and --times must be at least 1")
    begin = tuple(options.names or ["ex"])
    names = [name for name in exercises() if name.startswith(begin)]
    return run(names, options.jobs, options.times)


def run(names: list[str], jobs: int, times: int) -> int:
    """Judge the mutants of some exercises; print what survives, and return the exit status."""
    began, reasons, total, later = time.monotonic(), read(), Counter(), []
    unused = {line for line in reasons if line.startswith(tuple(names))}
    made = [mutant for name in names for mutant in mutants(name)]
    with ThreadPoolExecutor(jobs) as threads, ExitStack() as stack:
        stack.callback(threads.shutdown, cancel_futures=True)  # when somebody presses Ctrl-C
        for judged in by_exercise(made, threads.map(partial(fate, times=times), made)):
            later += [mutant for mutant, word in judged if word == BUSY]
            told = [pair for pair in judged if pair[1] != BUSY]
            total += tell(told, reasons, unused) if told else Counter()
    with ThreadPoolExecutor(FEW) as threads:
        for judged in by_exercise(later, threads.map(fate, later)):
            total += tell(judged, reasons, unused)
    for line in sorted(unused):
        print(f"same.txt names no survivor: {line}")
    return summed_up(total, (time.monotonic() - began) / 60)


def by_exercise(made: list[Mutant], fates: Iterable[str]) -> Iterator[list[tuple[Mutant, str]]]:
    """Put together the mutants of each exercise, and what became of them, once it is known."""
    for _, pairs in groupby(zip(made, fates, strict=True), key=lambda pair: pair[0].exercise):
        yield list(pairs)


def fate(mutant: Mutant, times: int = 1) -> str:
    """Judge a mutant, several times if asked, since one that is rejected by luck may survive.

    Return "right", "rejected", or `BUSY` if that could not be told.
    """
    words = set()
    trial = Trial(mutant.exercise, mutant.text, "", method=mutant.method)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(times if mutant.changed else 1):
            said = trial.verdict(Path(folder))
            known = [word for word in ["right", BUSY] if said.startswith(word)]
            words.update(known or ["rejected"])
    return next(word for word in ["right", "rejected", BUSY] if word in words)


def tell(judged: list, reasons: dict[str, str], unused: set[str]) -> Counter:
    """Print what has become of the mutants of an exercise; return how many of each there are."""
    count, shown = Counter(), []
    for mutant, word in judged:
        why = reason(mutant, reasons, unused) if word == "right" else None
        kind = "explained" if why else word
        if not mutant.changed:
            kind = "answers" if word == "right" else "broken"
        count[kind] += 1
        if kind not in ("answers", "rejected", "explained"):
            shown.append((kind, mutant))
    of = count.total() - count["answers"] - count["broken"]
    name = judged[0][0].exercise
    print(
        f"{name}: {of} mutants, {count['rejected']} rejected, {count['explained']} explained",
        flush=True,
    )
    for kind, mutant in shown:
        print(f"  {kind}: {mutant.words}", *difference(mutant), sep="\n", flush=True)
    return count


def difference(mutant: Mutant) -> list[str]:
    """Return the lines that a mutant has lost, and those that it has got instead."""
    lines = difflib.unified_diff(mutant.before.splitlines(), mutant.text.splitlines(), n=0)
    return [f"      {line}" for line in [*lines][2:] if not line.startswith("@@")]


def summed_up(count: Counter, minutes: float) -> int:
    """Print the totals, and return the exit status."""
    wrong = count["rejected"] + count["right"]
    share = count["rejected"] / wrong if wrong else 1
    print(
        f"{wrong + count['explained'] + count[BUSY]} mutants in {minutes:.1f} minutes: "
        f"{count['rejected']} rejected, {count['explained']} explained in same.txt, "
        f"{count['right']} survive without a reason, {count[BUSY]} too busy to tell."
    )
    print(f"Rejected are {share:.1%} of those without a reason; {ENOUGH:.0%} are wanted.")
    if count["broken"]:
        print(f"{count['broken']} answers are not called right unchanged: this run tells nothing.")
    return int(share < ENOUGH or bool(count["right"] or count["broken"] or count[BUSY]))


if __name__ == "__main__":
    sys.exit(main())
