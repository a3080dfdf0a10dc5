"""Right, because it follows from each process to whom it waits for, until it comes back, or ends.

Who comes back to where it began is part of the circle; who only leads into it never comes back.
"""


def circle(holds, waits):
    """Return the processes of a deadlock, each waiting for the next; or an empty list.

    holds: {lock: the process that has it}; waits: {process: the lock that it waits for}
    """
    for start in waits:
        path = [start]
        while (after := holds.get(waits.get(path[-1]))) and after not in path:
            path.append(after)
        if after == start:
            return path
    return []


def starved(turns, names, last):
    """Return a list of the names that had no turn among the last so many turns.

    turns: the names of those who had a turn, the first one first; last: at least 1
    """
    return [name for name in names if name not in turns[-last:]]


if __name__ == "__main__":
    print(circle({"left": "ada", "right": "bo"}, {"ada": "right", "bo": "left"}))
    print(starved(["cy", "ada", "bo", "ada", "bo"], ["ada", "bo", "cy"], last=4))
