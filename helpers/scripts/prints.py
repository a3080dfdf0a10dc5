"""Print from children: one ends by itself, two are terminated, and one of these flushes."""

import time
from multiprocessing import get_context
from multiprocessing.connection import Connection

from helpers.system.waiting import wait_for_word


def say(words: str) -> None:
    """Print and end."""
    print(words)


def say_and_stay(words: str, flush: bool, sender: Connection) -> None:
    """Print, say that it is done, and stay until terminated."""
    print(words, flush=flush)
    sender.send("done")
    time.sleep(60)


def main() -> None:
    """Start three children, one after another."""
    spawn = get_context("spawn")
    child = spawn.Process(target=say, args=("child 1 printed, and ended by itself",))
    child.start()
    child.join(timeout=60)
    for words, flush in [
        ("child 2 printed, and was terminated", False),
        ("child 3 printed, flushed, and was terminated", True),
    ]:
        receiver, sender = spawn.Pipe(duplex=False)
        child = spawn.Process(target=say_and_stay, args=(words, flush, sender))
        child.start()
        wait_for_word(child, receiver)
        child.terminate()
        child.join(timeout=60)


if __name__ == "__main__":
    print("the program begins", flush=True)
    main()
    print("the program ends")
