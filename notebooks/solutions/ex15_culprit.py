"""Right, because it looks at main threads only, and at who has called SemLock.__enter__.

A block of the dump begins with a line "Process PID: command"; a thread's frames are indented.
"""

import re


def diagnose(dump):
    """Say what kind of hang a dump shows, and the pids of the processes that show it.

    dump: what `py-spy dump --pid PID --subprocesses` writes. Of these four, the first that fits:
    ("not read", pids): main threads that are in Queue._finalize_join
    ("locks", pids): two or more main threads that wait for a lock of their own program:
        SemLock.__enter__ is at the top, and it is not Queue.get that has called it
    ("no sender", pids): main threads that are in Queue.get
    ("busy", pids): main threads that are active
    pids is a list of numbers, in any order.
    """
    found = {"not read": [], "locks": [], "no sender": [], "busy": []}
    for block in re.split("^(?=Process )", dump, flags=re.MULTILINE)[1:]:
        pid = int(block.split(":")[0].split()[1])
        state, frames = re.search(r'\((\S+)\): "MainThread"\n((?:    .+\n)*)', block).groups()
        top = frames.split("\n")
        if "Queue._finalize_join (" in frames:
            found["not read"].append(pid)
        elif "Queue.get (" in frames:
            found["no sender"].append(pid)
        elif "SemLock.__enter__" in top[0]:
            found["locks"].append(pid)
        elif state.startswith("active"):
            found["busy"].append(pid)
    if len(found["locks"]) < 2:
        found["locks"] = []
    return next((kind, pids) for kind, pids in found.items() if pids)


if __name__ == "__main__":
    lines = [
        "Process 7: python bakery.py",
        'Thread 7 (active): "MainThread"',
        "    bake (bakery.py:3)",
    ]
    print(diagnose("\n".join(lines)))
