# hint: it depends on both
def default_method(system, version):
    return "spawn" if system == "Windows" else "fork"


def finds(thing, method):
    return thing in ("a constant of a module", "an argument") or method == "fork"
