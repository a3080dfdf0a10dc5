# hint: still ran when greet_all returned
import time
from multiprocessing import Process

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}


def greet(name, language):
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    for name in names:
        Process(target=greet, args=(name, chosen)).start()
    time.sleep(1)
