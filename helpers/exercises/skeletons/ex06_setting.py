# Find what is wrong: under spawn and forkserver the children do not speak French.
from multiprocessing import Process

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}
language = "en"


def greet(name):
    """Note a greeting; runs in a child."""
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    """Have a process greet each name in the chosen language."""
    global language
    language = chosen
    crew = [Process(target=greet, args=(name,)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
