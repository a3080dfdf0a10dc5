def runs_top(method, version, way):
    if method == "fork":
        return "program"
    if method == "spawn" or way in ("-m", "notebook"):
        return "child"
    old = tuple(version) < (3, 13, 8) or tuple(version)[:3] == (3, 14, 0)
    return ["server", "child"][old]


def get_lock(runner, children):
    match runner:
        case "program":
            return 0
        case "server":
            return 1 if children else 0
        case _:
            return children
