# hint: Make it an argument
from multiprocessing import Process

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}
language = "fr"


def greet(name):
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    crew = [Process(target=greet, args=(name,)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
