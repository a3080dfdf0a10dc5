# hint: calls f here
from multiprocessing import Process

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}


def greet(name, language):
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    crew = [Process(target=greet(name, chosen)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
