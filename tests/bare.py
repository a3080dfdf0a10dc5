"""A module that imports next to nothing, to compare children with."""

import sys


def do_nothing() -> None:
    pass


def list_modules(path: str, *needed: object) -> None:
    """Write down what this process has imported; `needed` is what it had to unpickle."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(sys.modules))


def send(connection: object, word: str) -> None:
    connection.send(word)
