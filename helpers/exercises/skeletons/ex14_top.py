def runs_top(method, version, way):
    """Return who runs the top lines whose results a child finds: "program", "server" or "child".

    method: "fork", "forkserver" or "spawn"; version: three numbers, such as (3, 13, 8), from
    (3, 8, 0) on; way, in which the program is run: "path", "-m" or "notebook"
    """
    raise NotImplementedError("your answer")


def get_lock(runner, children):
    """Return how many of so many children get a lock that was made at the top.

    runner: who runs the top lines, "program", "server" or "child" (each child). The program holds
    its lock all the time, and no child gives back what it has got.
    """
    raise NotImplementedError("your answer")
