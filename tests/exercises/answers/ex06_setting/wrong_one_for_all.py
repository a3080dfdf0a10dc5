# hint: Is there one for each name
from multiprocessing import Process

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}


def greet(names, language):
    for name in names:
        note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    process = Process(target=greet, args=(names, chosen))
    process.start()
    process.join(timeout=60)
