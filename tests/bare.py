"""A module that imports next to nothing, to compare children with."""

import sys
import time


def do_nothing() -> None:
    pass


def list_modules(path: str, *needed: object) -> None:
    """Write down what this process has imported; `needed` is what it had to unpickle."""
    write(path, sys.modules)


def list_what_it_imports(path: str, module: str) -> None:
    """Import a module, and write down what came with it."""
    before = set(sys.modules)
    __import__(module)
    write(path, set(sys.modules) - before)


def weigh_import(path: str, module: str) -> None:
    """Import a module, and write down its share: its CPU time by all that was needed before."""
    start = time.process_time()
    __import__(module)
    write(path, [str((time.process_time() - start) / start)])


def write(path: str, lines: object) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


def send(connection: object, word: str) -> None:
    connection.send(word)
