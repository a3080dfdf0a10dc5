OWN = {"fork": "program", "spawn": "child"}


def runs_top(method, version, way):
    if method in OWN:
        return OWN[method]
    if way != "path":
        return "child"
    _, minor, micro = version
    since = {13: 8, 14: 1}.get(minor, 0 if minor > 14 else 1000)
    return "server" if micro >= since else "child"


def get_lock(runner, children):
    if runner == "program":
        return 0
    return children if runner == "child" else int(children > 0)
