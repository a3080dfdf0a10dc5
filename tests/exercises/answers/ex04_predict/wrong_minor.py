# hint: compare it as a whole
def default_method(system, version):
    if system == "Windows" or (system == "Darwin" and version[1] >= 8):
        return "spawn"
    return "forkserver" if version[1] >= 14 and system == "Linux" else "fork"


def finds(thing, method):
    if thing in ("a constant of a module", "an argument"):
        return True
    return method == "fork" and thing != "a thread of the parent"
