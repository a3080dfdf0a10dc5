"""A module that imports nothing, for the benchmark to compare with."""


def do_nothing() -> None:
    pass
