# hint: Up to 3.13.7, and in 3.14.0


def runs_top(method, version, way):
    """Return who runs the top lines whose results a child finds: "program", "server" or "child"."""
    if method == "fork":
        return "program"
    recent = ".".join(map(str, version)) >= "3.13.8" and version != (3, 14, 0)
    if method == "forkserver" and way == "path" and recent:
        return "server"
    return "child"


def get_lock(runner, children):
    """Return how many of so many children get a lock that was made at the top."""
    return {"program": 0, "server": min(1, children), "child": children}[runner]
