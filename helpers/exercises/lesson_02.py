"""The judges of lesson 02."""

import math
import sysconfig
from pathlib import Path
from statistics import median

from helpers.exercises.asking import Answer
from helpers.exercises.judging import brief, chance, expect, function_of


def ex02_processes(answer: Answer) -> str:
    """Choose how many processes to start, from usable CPUs, quota, tasks and threads."""
    how_many = function_of(answer, "how_many")
    cases = [
        ((100, 64, 4, None, 1), 4, "64 CPUs are there, but only 4 are usable for this process."),
        ((100, 8, 8, 2.5, 1), 2, "The quota is 2.5 cores; round down."),
        (
            (100, 8, 2, 4.0, 1),
            2,
            "The quota is more than what is usable: the smaller counts.",
        ),
        ((3, 64, 64, None, 1), 3, "There are only 3 tasks; a fourth process would have nothing."),
        ((100, 16, 16, None, 4), 4, "Each process starts 4 threads: 16 CPUs are busy with 4."),
        ((100, 8, 8, 0.5, 1), 1, "Half a core is less than one, but one process you need."),
        ((100, 2, 2, None, 8), 1, "Each starts more threads than there are CPUs; start one."),
    ]
    for case, truth, because in [*cases, *(_machine() for _ in range(20))]:
        tasks, cpus, usable, quota, threads = case
        said = how_many(tasks=tasks, cpus=cpus, usable=usable, quota=quota, threads=threads)
        expect(
            said == truth,
            f"tasks={tasks}, cpus={cpus}, usable={usable}, quota={quota}, threads={threads}: "
            f"expected {truth}, and got {brief(said)}. {because}",
        )
    return "Enough to keep busy what is yours, and no more."


def _machine() -> tuple[tuple, int, str]:
    """Make up a machine, and say how many processes it should have and what decides that."""
    cpus = chance.choice([1, 2, 3, 6, 8, 12, 64])
    usable = chance.randint(1, cpus)
    quota = chance.choice([None, 0.5, 1.0, 1.5, 2.5, 3.0, 7.75, 100.0])
    tasks, threads = chance.choice([1, 2, 5, 1000]), chance.choice([1, 1, 2, 3])
    cores = min(usable, quota or usable)
    most = max(1, math.floor(cores / threads))
    because = f"{cores} cores can be had, {threads} for each process, and there are {tasks} tasks."
    return (tasks, cpus, usable, quota, threads), min(tasks, most), because


def ex02_speedup(answer: Answer) -> str:
    """Compute speed-up and efficiency, and what Amdahl's law predicts."""
    report, predict = function_of(answer, "report"), function_of(answer, "predict")
    for processes in [4, chance.choice([2, 3, 5, 8])]:
        serial, parallel = _runs(8.0), _runs(8.0 / chance.uniform(1.5, processes))
        truth = median(serial) / median(parallel)
        runs = f"serial {serial} and parallel {parallel} s with {processes} processes"
        said = report(serial, parallel, processes)
        expect(
            isinstance(said, tuple | list) and len(said) == 2,
            f"report should return two numbers, speed-up and efficiency, not {brief(said)}.",
        )
        speedup, efficiency = said
        expect(
            not _close(speedup, 1 / truth),
            "the speed-up is upside down: serial time divided by parallel time.",
        )
        expect(
            _close(speedup, truth),
            f"{runs}: expected a speed-up of {truth:.3f}, and got {brief(speedup)}. One run was "
            "disturbed: take the medians.",
        )
        expect(
            _close(efficiency, truth / processes),
            f"{runs}: expected an efficiency of {truth / processes:.3f}, and got "
            f"{brief(efficiency)}. It is the speed-up divided by the number of processes.",
        )
    part, many = round(chance.uniform(0.01, 0.9), 2), chance.randint(2, 99)
    for serial_part, cores, truth, because in [
        (0.0, 8, 8.0, "With nothing serial it is as many times as fast as there are cores."),
        (0.2, 4, 2.5, "The serial part, 0.2, stays as it is; the rest, 0.8, is divided by 4."),
        (1.0, 64, 1.0, "If all is serial, more cores bring nothing."),
        (0.3, 1, 1.0, "One core is as quick as one core."),
        (part, many, 1 / (part + (1 - part) / many), "Only what is not serial is divided."),
    ]:
        said = predict(serial_part, cores)
        expect(
            _close(said, truth),
            f"serial part {serial_part}, {cores} cores: expected {truth}, and got {brief(said)}. "
            f"{because}",
        )
    return "That is how to report a speed-up, and what to expect from a larger machine."


def _runs(seconds: float) -> list[float]:
    """Make up the times of some runs, one of them disturbed; no place in a row tells the median."""
    runs = [round(seconds * (1 + chance.uniform(0.01, 0.06) * number), 3) for number in range(4)]
    runs.append(round(seconds * chance.uniform(3, 5), 3))
    while median(runs) in (runs[0], runs[2], runs[-1]):
        chance.shuffle(runs)
    return runs


def _close(said: object, truth: float) -> bool:
    return isinstance(said, int | float) and math.isclose(said, truth, rel_tol=1e-6)


def ex02_shares(answer: Answer) -> str:
    """Share work out so that all processes end together: what lasts is the largest share."""
    share_out = function_of(answer, "share_out")
    folder = Path(sysconfig.get_path("stdlib"))
    sizes = {path.name: path.stat().st_size for path in folder.glob("*.py")}
    sizes = dict(sorted(sizes.items(), key=lambda item: item[1]))  # the worst comes last
    even = {f"file {number}": 100 for number in range(chance.randint(5, 9))}
    few = dict(zip("ab", chance.sample(range(1, 99), 2), strict=True))
    for these, processes in [(sizes, 2), (sizes, 3), (sizes, 8), (even, 1), (even, 3), (few, 3)]:
        shares = share_out(dict(these), processes)
        _expect_all_in_one_share(shares, these, processes)
        largest = max(sum(these[name] for name in share) for share in shares)
        ideal = sum(these.values()) / processes
        expect(
            these is not sizes or largest <= 1.1 * ideal,
            f"the largest of {processes} shares has {largest / ideal:.0%} of what each would have "
            "if all were equal, and everybody waits for it. Does your way look at the sizes? "
            "Think of a suitcase: what do you pack first, and where?",
        )
    most = -(-len(even) // 3) * 100
    shares = share_out(dict(even), 3)
    largest = max(sum(even[name] for name in share) for share in shares)
    expect(
        largest <= most,
        f"{len(even)} files of 100 bytes for 3 processes: nobody needs more than {most} bytes, and "
        f"somebody has {largest}.",
    )
    return "All processes have about the same to do, so none waits long for the last one."


def _expect_all_in_one_share(shares: object, sizes: dict[str, int], processes: int) -> None:
    expect(
        isinstance(shares, list | tuple) and len(shares) == processes,
        f"for {len(sizes)} files and {processes} processes expected a list of {processes} shares, "
        f"and got {brief(shares)}.",
    )
    names = [name for share in shares for name in share]
    expect(
        sorted(names) == sorted(sizes),
        f"each of the {len(sizes)} files should be in one share, and {len(names)} are in the "
        f"{processes} shares. Is the rest of the division lost, or one in two shares?",
    )
