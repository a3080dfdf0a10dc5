def default_method(system, version):
    """Return the start method of a Python by default, such as default_method("Linux", (3, 14)).

    system: "Linux", "Darwin" (which is macOS) or "Windows"; version: two numbers, from (3, 4) on.
    """
    raise NotImplementedError("your answer")


def finds(thing, method):
    """Say whether a child that was started by this method finds a thing: True or False.

    thing: "a constant of a module", "a global changed since" (with its new value), "an argument",
    "a thread of the parent" (running), or "a lock held by a thread" (as it is: locked)
    """
    raise NotImplementedError("your answer")
