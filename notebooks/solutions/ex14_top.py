"""Right, because a version is compared as a whole, and -m and notebooks are told apart from a path.

The lock follows from who runs the top lines: one for all, one for all children, or one for each.
"""


def runs_top(method, version, way):
    """Return who runs the top lines whose results a child finds: "program", "server" or "child"."""
    if method == "fork":
        return "program"
    recent = version >= (3, 14, 1) or (3, 13, 8) <= version < (3, 14, 0)
    if method == "forkserver" and way == "path" and recent:
        return "server"
    return "child"


def get_lock(runner, children):
    """Return how many of so many children get a lock that was made at the top."""
    return {"program": 0, "server": min(1, children), "child": children}[runner]


if __name__ == "__main__":
    for way in ("path", "-m", "notebook"):
        runner = runs_top("forkserver", (3, 14, 2), way)
        print(way, runner, get_lock(runner, 3))
