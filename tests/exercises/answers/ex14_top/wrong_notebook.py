# hint: only a program that is run by its path


def runs_top(method, version, way):
    """Return who runs the top lines whose results a child finds: "program", "server" or "child"."""
    if method == "fork":
        return "program"
    recent = version >= (3, 14, 1) or (3, 13, 8) <= version < (3, 14, 0)
    if method == "forkserver" and way != "-m" and recent:
        return "server"
    return "child"


def get_lock(runner, children):
    """Return how many of so many children get a lock that was made at the top."""
    return {"program": 0, "server": min(1, children), "child": children}[runner]
