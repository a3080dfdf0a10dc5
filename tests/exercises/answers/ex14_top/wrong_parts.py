# hint: Since 3.13.8 and 3.14.1


def runs_top(method, version, way):
    """Return who runs the top lines whose results a child finds: "program", "server" or "child"."""
    if method == "fork":
        return "program"
    recent = version[1] >= 13 and version[2] >= 8
    if method == "forkserver" and way == "path" and recent:
        return "server"
    return "child"


def get_lock(runner, children):
    """Return how many of so many children get a lock that was made at the top."""
    return {"program": 0, "server": min(1, children), "child": children}[runner]
