# hint: No method takes other threads along
def default_method(system, version):
    if system == "Windows" or (system == "Darwin" and version >= (3, 8)):
        return "spawn"
    return "forkserver" if version >= (3, 14) else "fork"


def finds(thing, method):
    return thing in ("a constant of a module", "an argument") or method == "fork"
