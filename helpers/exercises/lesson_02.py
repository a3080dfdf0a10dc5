"""The judges of lesson 02."""

import math
import sysconfig
from pathlib import Path

from helpers.exercises.asking import Answer
from helpers.exercises.judging import brief, expect, function_of


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
    for case, truth, because in cases:
        tasks, cpus, usable, quota, threads = case
        said = how_many(tasks=tasks, cpus=cpus, usable=usable, quota=quota, threads=threads)
        expect(
            said == truth,
            f"tasks={tasks}, cpus={cpus}, usable={usable}, quota={quota}, threads={threads}: "
            f"expected {truth}, and got {brief(said)}. {because}",
        )
    return "Enough to keep busy what is yours, and no more."


def ex02_speedup(answer: Answer) -> str:
    """Compute speed-up and efficiency, and what Amdahl's law predicts."""
    report, predict = function_of(answer, "report"), function_of(answer, "predict")
    said = report([8.0, 8.2, 30.0], [2.0, 2.05, 1.9], 4)
    expect(
        isinstance(said, tuple | list) and len(said) == 2,
        f"report should return two numbers, speed-up and efficiency, not {brief(said)}.",
    )
    speedup, efficiency = said
    expect(
        not math.isclose(speedup, 2.0 / 8.2, rel_tol=0.05),
        "the speed-up is upside down: serial time divided by parallel time.",
    )
    expect(
        math.isclose(speedup, 4.1),
        f"serial 8.0, 8.2, 30.0 s and parallel 2.0, 2.05, 1.9 s: expected a speed-up of 4.1, and "
        f"got {brief(speedup)}. One run was disturbed: take the medians.",
    )
    expect(
        math.isclose(efficiency, 4.1 / 4),
        f"expected an efficiency of 1.025, and got {brief(efficiency)}. It is the speed-up divided "
        "by the number of processes.",
    )
    for serial_part, cores, truth, because in [
        (0.0, 8, 8.0, "With nothing serial it is as many times as fast as there are cores."),
        (0.2, 4, 2.5, "The serial part, 0.2, stays as it is; the rest, 0.8, is divided by 4."),
        (1.0, 64, 1.0, "If all is serial, more cores bring nothing."),
    ]:
        said = predict(serial_part, cores)
        expect(
            isinstance(said, int | float) and math.isclose(said, truth),
            f"serial part {serial_part}, {cores} cores: expected {truth}, and got {brief(said)}. "
            f"{because}",
        )
    return "That is how to report a speed-up, and what to expect from a larger machine."


def ex02_shares(answer: Answer) -> str:
    """Share work out so that all processes end together: what lasts is the largest share."""
    share_out = function_of(answer, "share_out")
    folder = Path(sysconfig.get_path("stdlib"))
    sizes = {path.name: path.stat().st_size for path in sorted(folder.glob("*.py"))}
    for processes in [2, 3, 8]:
        shares = share_out(dict(sizes), processes)
        expect(
            isinstance(shares, list | tuple) and len(shares) == processes,
            f"expected a list of {processes} shares, and got {brief(shares)}.",
        )
        names = [name for share in shares for name in share]
        expect(
            sorted(names) == sorted(sizes),
            f"each of the {len(sizes)} files should be in one share, and {len(names)} are in the "
            "shares. Is the rest of the division lost, or one in two shares?",
        )
        largest = max(sum(sizes[name] for name in share) for share in shares)
        ideal = sum(sizes.values()) / processes
        expect(
            largest <= 1.1 * ideal,
            f"with {processes} processes the largest share has {largest / ideal:.0%} of what it "
            "should have, and all others wait for it. Share out by size, not by number: give "
            "each file, the largest first, to the share that has least so far.",
        )
    return "All processes have about the same to do, so none waits long for the last one."
