"""Right, because only fork copies the parent as it is now; the others import and unpickle.

Arguments arrive, and modules are imported, under every method. Threads never come along.
"""


def default_method(system, version):
    """Return the start method of a Python by default, such as default_method("Linux", (3, 14)).

    system: "Linux", "Darwin" (which is macOS) or "Windows"; version: two numbers, from (3, 4) on.
    """
    if system == "Windows" or (system == "Darwin" and version >= (3, 8)):
        return "spawn"
    return "forkserver" if version >= (3, 14) else "fork"


def finds(thing, method):
    """Say whether a child that was started by this method finds a thing: True or False.

    thing: "a constant of a module", "a global changed since" (with its new value), "an argument",
    "a thread of the parent" (running), or "a lock held by a thread" (as it is: locked)
    """
    if thing in ("a constant of a module", "an argument"):
        return True
    return method == "fork" and thing != "a thread of the parent"


if __name__ == "__main__":
    print(default_method("Linux", (3, 14)))
    print(finds("a global changed since", "spawn"))
