# hint: locked, for ever
def default_method(system, version):
    if system == "Windows" or (system == "Darwin" and version >= (3, 8)):
        return "spawn"
    return "forkserver" if version >= (3, 14) else "fork"


def finds(thing, method):
    if thing in ("a constant of a module", "an argument"):
        return True
    return method == "fork" and thing == "a global changed since"
