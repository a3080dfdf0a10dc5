from multiprocessing import Process


def race(target, names):
    """Run target(name) in a process for each name; return the name of the one that ends first.

    When it has ended, end all others. Nobody is left when this returns.
    """
    raise NotImplementedError("your answer")
