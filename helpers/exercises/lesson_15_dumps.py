"""Dumps of programs that hang, as py-spy 0.4 writes them; put together from real ones."""

from helpers.exercises.judging import chance

Dump = tuple[str, str, set[int], str]  # the text, the kind of hang, whose, and why

PYTHONS = {"3.11.7": "/usr/bin/python3.11", "3.14.10": "/usr/bin/python3.14"}
BEGINNING = [
    "BaseProcess.run (multiprocessing/process.py:108)",
    "BaseProcess._bootstrap (multiprocessing/process.py:314)",
]
FORKED = [
    "Popen._launch (multiprocessing/popen_fork.py:71)",
    "BaseProcess.start (multiprocessing/process.py:121)",
    "main (bakery.py:41)",
    "<module> (bakery.py:52)",
]
SPAWNED = ["_main (multiprocessing/spawn.py:135)", "<module> (<string>:1)"]
JOINS = [
    "Popen.poll (multiprocessing/popen_fork.py:27)",
    "Popen.wait (multiprocessing/popen_fork.py:43)",
    "BaseProcess.join (multiprocessing/process.py:149)",
    "main (bakery.py:44)",
    "<module> (bakery.py:52)",
]
AT_END = [
    "Thread.join (threading.py:1119)",
    "Queue._finalize_join (multiprocessing/queues.py:199)",
    "Finalize.__call__ (multiprocessing/util.py:224)",
    "_exit_function (multiprocessing/util.py:360)",
    "BaseProcess._bootstrap (multiprocessing/process.py:317)",
]
FEEDER = [
    "Connection._send (multiprocessing/connection.py:384)",
    "Queue._feed (multiprocessing/queues.py:250)",
    "Thread.run (threading.py:982)",
]
LOCK = "SemLock.__enter__ (multiprocessing/synchronize.py:95)"
GETS = [
    "Connection._recv (multiprocessing/connection.py:395)",
    "_ConnectionBase.recv_bytes (multiprocessing/connection.py:216)",
    "Queue.get (multiprocessing/queues.py:103)",
]
QUEUES_TO_GET = [LOCK, "Queue.get (multiprocessing/queues.py:102)"]
WRITING_FEEDER = ["Queue._feed (multiprocessing/queues.py:240)", "Thread.run (threading.py:982)"]

BECAUSE = {
    "not read": "Who is in _finalize_join, at its end, waits until its queue is read.",
    "locks": "Several stand in SemLock.__enter__, called by a line of their own program.",
    "no sender": "Who is in Queue.get waits for somebody to send. Of several readers only one "
    "reads; the others wait for the queue's own lock, in Queue.get as well.",
    "busy": "Nobody waits in any of these ways, and a main thread is active.",
}


def first_dumps() -> list[Dump]:
    """Return one simple dump of each kind, and those that are easily mistaken."""
    many = [["lock", "lock"], ["get"], ["end"], ["busy"], ["get", "reader", "reader"]]
    many += [["end", "get"], ["lock", "lock", "get", "busy"], ["lock", "get"], ["busy", "done"]]
    many += [["cook", "busy"], ["end", "lock", "lock"], ["feeding", "get"], ["feeding", "busy"]]
    return [_dump(what) for what in many]


def drawn_dump() -> Dump:
    """Draw a program whose processes hang in some way."""
    what = chance.choices(["lock", "get", "reader", "end", "busy", "cook", "feeding"], k=3)
    return _dump([*what, chance.choice(["lock", "get", "end", "busy"])])


def _dump(what: list[str]) -> Dump:
    """Make the dump of a program whose children are in these states."""
    pids = chance.sample(range(1000, 99_999), len(what) + 1)
    method, version = chance.choice([FORKED, SPAWNED]), chance.choice([*PYTHONS])
    command = f"{PYTHONS[version]} bakery.py"
    blocks = [_process(pids[0], 0, command, version, [("MainThread", "idle", JOINS)])]
    for pid, state in zip(pids[1:], what, strict=True):
        blocks.append(_process(pid, pids[0], command, version, _threads(state, method)))
    blocks[1:] = chance.sample(blocks[1:], len(blocks) - 1)
    kind, states = _kind(what)
    whose = {pid for pid, state in zip(pids[1:], what, strict=True) if state in states}
    return f"\n{'-' * 80}\n".join(blocks), kind, whose, BECAUSE[kind]


def _kind(what: list[str]) -> tuple[str, set[str]]:
    """Say what kind of hang these states are, and which of them show it."""
    if "end" in what:
        return "not read", {"end"}
    if what.count("lock") > 1:
        return "locks", {"lock"}
    if {"get", "reader"} & set(what):
        return "no sender", {"get", "reader"}
    return "busy", {"busy", "feeding", "cook"}


def _threads(state: str, method: list[str]) -> list[tuple[str, str, list[str]]]:
    """Return the threads of a process in this state: name, state and frames of each."""
    line = chance.randint(3, 39)
    rest = [f"work (bakery.py:{line})", *BEGINNING, *method]
    if state == "end":
        return [
            ("MainThread", "idle", [*AT_END, *method]),
            ("QueueFeederThread", "idle", FEEDER),
        ]
    if state == "feeding":  # what is put goes through a thread that waits for more, or is active
        return [
            ("MainThread", "active", rest),
            ("QueueFeederThread", chance.choice(["idle", "active"]), WRITING_FEEDER),
        ]
    own = {
        "lock": [LOCK],
        "get": GETS,
        "reader": QUEUES_TO_GET,
        "cook": [f"get (bakery.py:{line + 1})", "_finalize_join (bakery.py:2)"],
    }.get(state, [])
    active = "idle" if own and state != "cook" or state == "done" else "active"
    if active == "active":
        active = chance.choice(["active", "active+gil"])
    return [("MainThread", active, [*own, *rest])]


def _process(
    pid: int, parent: int, command: str, version: str, threads: list[tuple[str, str, list[str]]]
) -> str:
    """Write what a dump says of one process."""
    lines = [f"Process {pid}: {command}", f"Python v{version} ({PYTHONS[version]})"]
    if parent:
        lines.append(f"Parent Process {parent}: {command}")
    for number, (name, state, frames) in enumerate(threads):
        lines += ["", f'Thread {pid + number} ({state}): "{name}"']
        lines += [f"    {frame}" for frame in frames]
    return "\n".join(lines) + "\n"
