def circle(holds, waits):
    """Return the processes of a deadlock, each waiting for the next; or an empty list.

    holds: {lock: the process that has it}; waits: {process: the lock that it waits for}
    """
    raise NotImplementedError("your answer")


def starved(turns, names, last):
    """Return a list of the names that had no turn among the last so many turns.

    turns: the names of those who had a turn, the first one first; last: at least 1
    """
    raise NotImplementedError("your answer")
