# hint: KeyError in line 10 of your file
from multiprocessing import Process

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}


def greet(language, name):
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    crew = [Process(target=greet, args=(name, chosen)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
