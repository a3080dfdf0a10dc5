"""Recordings that nobody made, and every picture of the course drawn from them or from numbers."""

import math

from helpers.pictures import (
    plot_break_even,
    plot_by_size,
    plot_cores,
    plot_costs,
    plot_draws,
    plot_family,
    plot_memory,
    plot_speedup,
    plot_staircase,
    plot_starts,
    plot_states,
    plot_timeline,
    plot_timelines,
    plot_times,
)
from helpers.recording import Note, Sample, Span, Timeline

LONG = "What a picture says in its title may be long, and is then broken into lines of one length"


def a_span(label, name, start, end, cpu=0.0, cut=False):
    """Make a span of a process whose pid is the sum of the letters of its name."""
    return Span(label, name, pid_of(name), "MainThread", start, end, math.nan if cut else cpu, cut)


def pid_of(name):
    """Give each name a pid of its own."""
    return 1 if name == "MainProcess" else 100 + sum(map(ord, name)) + 1000 * len(name)


def a_timeline(*spans, notes=(), cpu=False):
    """Make a recording of spans, with notes of (process, time, text)."""
    end = max(span.end for span in spans) + 0.05
    said = [Note(text, time, name, pid_of(name), "MainThread") for name, time, text in notes]
    samples = [Sample(end / 2, (1.0, 0.9)), Sample(end, (0.7, 0.5))] if cpu else None
    return Timeline(
        "MainProcess", 1, sorted(spans, key=lambda span: span.start), said, end, samples
    )


def two_computing():
    """Two processes compute for a second."""
    spans = [a_span("computing", name, 0.1, 0.9, 0.75) for name in ("ada", "grace")]
    return a_timeline(*spans, notes=[("ada", 0.9, "5 <primes> & 你好 $x$")], cpu=True)


def all_families():
    """Work of several kinds, waiting, holding, being there, one inside another, and an end."""
    return a_timeline(
        a_span("computing", "ada", 0.1, 0.6, 0.5),
        a_span("waiting for lock", "ada", 0.6, 0.62),
        a_span("holding lock", "ada", 0.62, 1.2, 0.1),
        a_span("eating", "ada", 0.8, 1.1, 0.1),
        a_span("waiting for its child", "bert", 0.1, 1.3),
        a_span("getting ready", "cleo", 0.2, 0.5, 0.2),
        a_span("waiting for the signal", "cleo", 0.5, 0.9, cut=True),
        cpu=True,
    )


def a_queue(clients=100):
    """Clients that get a lock one after another; the first ten get a ticket."""
    spans, notes = [], []
    for turn in range(clients):
        name, free = f"client-{turn + 1}", 0.5 + 0.02 * turn
        spans.append(a_span("waiting for lock", name, 0.4, free))
        spans.append(a_span("holding lock", name, free, free + 0.02))
        notes.append((name, free + 0.02, "got a ticket" if turn < 10 else "turned away"))
    return a_timeline(*spans, notes=notes)


def an_owner(clients=100):
    """Clients that ask one process, which answers one after another."""
    spans = [a_span("selling", "owner", 0.5 + 0.01 * n, 0.508 + 0.01 * n) for n in range(clients)]
    for turn in range(clients):
        spans.append(a_span("waiting for the owner", f"client-{turn + 1}", 0.5, 0.51 + 0.01 * turn))
    return a_timeline(*spans)


def a_race(clients=100):
    """Clients that all do the same at the same time."""
    return a_timeline(
        *(a_span("buying", f"client-{n}", 0.5, 0.6 + 0.003 * n) for n in range(clients))
    )


def states():
    """Give what a process says of itself in each state."""
    questions = ["pid", "is_alive()", "exitcode"]
    answers = {
        "created": [None, False, None],
        "running": ["a number", True, None],
        "ended": ["a number", False, -15],
        "closed": ["ValueError", "ValueError", "ValueError"],
    }
    return {state: dict(zip(questions, said, strict=True)) for state, said in answers.items()}


SAID = {
    "got a ticket": "ten hold the lock and buy",
    "turned away": "ninety wait, hold it to look, and are turned away",
}
WAYS = [f"a way with a name, number {n}" for n in range(8)]
PICTURES = {
    "two": lambda: plot_timeline(two_computing()),
    "pids": lambda: plot_timeline(two_computing(), LONG, pids=True, ends={"ada": "0.80 s"}),
    "families": lambda: plot_timeline(all_families(), "Each family has its look"),
    "hundred": lambda: plot_timeline(a_race(), "A hundred at the same time"),
    "queue": lambda: plot_staircase(a_queue(), LONG, SAID),
    "owner": lambda: plot_staircase(an_owner(), "One owner"),
    "grid": lambda: plot_timelines(
        {kind: dict.fromkeys(["one after another", "threads", "processes"], two_computing())
         for kind in ("computing", "waiting")},
        LONG,
    ),
    "stack": lambda: plot_timelines({"first": two_computing(), "second": all_families()}),
    "cores": lambda: plot_cores(dict.fromkeys("abcd", two_computing()), "Two cores"),
    "times": lambda: plot_times({way: 0.1 * len(way) for way in WAYS}, 0.5, LONG),
    "few times": lambda: plot_times({"threads": 1.0, "processes": 0.6}, 0.5, "Two tasks"),
    "costs": lambda: plot_costs({way: 10.0 ** -n for n, way in enumerate(WAYS)}, LONG),
    "starts": lambda: plot_starts({way: [0.001, 0.05, 0.003] for way in WAYS[:6]}, LONG),
    "memory": lambda: plot_memory({way: [(1e8, 9e7), (8e7, math.nan)] for way in WAYS}, LONG),
    "draws": lambda: plot_draws({"random": {"child 1": [0.1], "child 2": [0.1]}}, LONG),
    "even": lambda: plot_break_even([0.001, 0.1], [0.002, 0.2], [0.05, 0.12], LONG),
    "speed-up": lambda: plot_speedup({1: [1.0], 2: [1.9], 4: [1.8]}, 2, {1: 1, 2: 2, 4: 2}, LONG),
    "sizes": lambda: plot_by_size(
        {measured: {way: {100: 20_000.0, 10**6: 300.0} for way in WAYS}
         for measured in ("messages a second", "MB a second")},
        LONG,
    ),
    "family": lambda: plot_family([(n, n // 2, f"worker, fork {n}") for n in range(1, 8)], LONG),
    "states": lambda: plot_states(states()),
}  # fmt: skip
