# hint: finds the global as the module sets it
from multiprocessing import Process

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}


def greet(name):
    note(f"{GREETINGS[greet.language]} {name}")


greet.language = "en"


def greet_all(names, chosen):
    greet.language = chosen
    crew = [Process(target=greet, args=(name,)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
