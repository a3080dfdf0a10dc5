"""What ``python -m tests.benchmark`` measures."""

import compileall
import multiprocessing
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from helpers.environment import ROOT
from helpers.exercises import check
from helpers.recording import record
from helpers.workers import tasks
from tests import bare, children

ROUNDS = 15


def seconds(function: Callable, *arguments: object) -> float:
    """Return how long a call takes, in seconds."""
    start = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - start


def by_turns(ways: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Time each way once in every round, so that a disturbance hits all of them."""
    for way in ways.values():
        way()  # warm up
    times = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            times[name].append(seconds(way))
    return times


def ratios(times: list[float], against: list[float]) -> list[float]:
    """Divide round by round."""
    return [time / base for time, base in zip(times, against, strict=True)]


def say(what: str, values: list[float], form: str = "{:.2f}") -> None:
    """Print the median and the quartiles."""
    low, middle, high = (form.format(value) for value in statistics.quantiles(values, n=4))
    print(f"{what:<66} {middle} ({low} to {high})", flush=True)


def recording_cost() -> None:
    """Time 0.2 seconds of work, plain, with its span and note, and with the sampler beside it."""
    size = tasks.task_size(0.2)

    def plain() -> None:
        sum(tasks.is_prime(n) for n in range(tasks.FIRST, tasks.FIRST + 2 * size, 2))

    times: dict[str, list[float]] = {"plain": [], "recorded": [], "sampled": []}
    for _ in range(3 * ROUNDS):
        times["plain"].append(seconds(plain))
        with record():
            times["recorded"].append(seconds(tasks.count_primes, size))
        with record(cpu=True):
            times["sampled"].append(seconds(tasks.count_primes, size))
    percent = "{:+.1%}"
    recorded = [ratio - 1 for ratio in ratios(times["recorded"], times["plain"])]
    sampled = [ratio - 1 for ratio in ratios(times["sampled"], times["recorded"])]
    say("recording a 0.2 s task (wanted: below 1 %)", recorded, percent)
    say("the CPU sampler beside it (wanted: below 2 %)", sampled, percent)
    with record():
        events = [seconds(children.say, "hello") for _ in range(1000)]
    say("one event, in microseconds", [event * 1e6 for event in events], "{:.0f}")


def sampler_gaps() -> None:
    """Find the largest gap between samples while two threads compute."""
    import threading

    size = tasks.task_size(1.0)
    with record(cpu=True) as timeline:
        crew = [threading.Thread(target=tasks.count_primes, args=(size,)) for _ in range(2)]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join(timeout=60)
    gaps = [(after.time - before.time) * 1000 for before, after in pairwise(timeline.cpu)]
    say("gap between samples beside two threads, nominally 50 ms, in ms", gaps, "{:.1f}")
    print(f"{'the largest of them':<66} {max(gaps):.1f}")


def import_cost() -> None:
    """Compare spawned children whose target is in an empty module with those of our workers."""
    context = multiprocessing.get_context("spawn")

    def start_and_join(target: Callable[[], None]) -> None:
        child = context.Process(target=target)
        child.start()
        child.join(timeout=60)

    times = by_turns(
        {
            "bare": lambda: start_and_join(bare.do_nothing),
            "workers": lambda: start_and_join(tasks.do_nothing),
        },
        rounds=4 * ROUNDS,
    )
    cost = [ratio - 1 for ratio in ratios(times["workers"], times["bare"])]
    say("spawned child: workers.tasks against nothing (wanted: below 10 %)", cost, "{:+.1%}")
    import_weights(context)


def import_weights(context: multiprocessing.context.BaseContext) -> None:
    """Weigh each module that children import against a child that imports nothing."""
    from tests.workers.test_imports import HEAVY, MODULES

    compileall.compile_dir(ROOT / "helpers", quiet=1)  # else each child would do it
    weights: dict[str, list[float]] = {module: [] for module in MODULES}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "weight")
        for module in MODULES * (ROUNDS // 3):
            child = context.Process(target=bare.weigh_import, args=(path, module))
            child.start()
            child.join(timeout=60)
            with open(path, encoding="utf-8") as file:
                weights[module].append(float(file.read()))
    heaviest = max(set(weights) - set(HEAVY), key=lambda module: statistics.median(weights[module]))
    for module in [heaviest, *sorted(HEAVY)]:
        known = "a named exception" if module in HEAVY else "heaviest, wanted: below 10 %"
        say(f"importing {module} ({known})", weights[module], "{:+.1%}")


def start_cost() -> None:
    """Compare a process in a recording with a bare one, under each start method."""
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)

        def start_and_join(context=context) -> None:
            child = context.Process(target=tasks.do_nothing)
            child.start()
            child.join(timeout=60)

        def recorded(start_and_join=start_and_join) -> None:
            with record():
                start_and_join()

        times = by_turns({"bare": start_and_join, "recorded": recorded})
        say(f"start + join, {method}, in ms", [1000 * t for t in times["bare"]], "{:.1f}")
        say(f"start + join, {method}: in a recording against bare",
            ratios(times["recorded"], times["bare"]))  # fmt: skip


def verdict_cost() -> None:
    """Time the check of a right answer that starts no process, and of one that starts two."""
    for name in ["ex02_speedup", "ex00_dinner"]:
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(ROOT / "notebooks" / "solutions" / f"{name}.py", folder)
            if not check.verdict(name, Path(folder)).startswith("right"):  # this warms up, too
                raise RuntimeError(f"the solution of {name} is not right")
            times = [seconds(check.verdict, name, Path(folder)) for _ in range(20)]
        say(f"seconds to a verdict, {name} (wanted: 0.1)", times, "{:.3f}")


ALONE = "from helpers.workers import tasks; tasks.count_primes({size})"


def speedup() -> None:
    """Compare two processes with the physical limit: two interpreters that know nothing of it."""
    size = tasks.task_size(1.0)
    command = [sys.executable, "-c", ALONE.format(size=size)]

    def programs(number: int) -> None:
        crew = [subprocess.Popen(command, cwd=ROOT) for _ in range(number)]
        for program in crew:
            program.wait(timeout=60)

    def processes() -> None:
        tasks = [(size,), (size,)]
        crew = [multiprocessing.Process(target=tasks.count_primes, args=task) for task in tasks]
        for process in crew:
            process.start()
        for process in crew:
            process.join(timeout=60)

    times = by_turns(
        {
            "one program": lambda: programs(1),
            "two programs": lambda: programs(2),
            "in turn": lambda: [tasks.count_primes(size) for _ in range(2)],
            "two processes": processes,
        },
        rounds=max(5, ROUNDS // 2),
    )
    limit = [2 * ratio for ratio in ratios(times["one program"], times["two programs"])]
    reached = ratios(times["in turn"], times["two processes"])
    say("speed-up of two independent interpreters, the physical limit", limit)
    say("speed-up of two processes, as in lesson 01", reached)
    share = statistics.median(reached) / statistics.median(limit)
    print(f"{'share of the limit that is reached':<66} {share:.0%}")


def main() -> None:
    """Print the machine, then one ratio a line."""
    print(
        f"{platform.python_implementation()} {platform.python_version()} on {platform.platform()},"
    )
    print(f"{os.cpu_count()} CPUs, default start method {multiprocessing.get_start_method()}")
    print("median (lower quartile to upper quartile)")
    print()
    for measure in (recording_cost, sampler_gaps, import_cost, start_cost, verdict_cost, speedup):
        measure()


if __name__ == "__main__":
    main()
