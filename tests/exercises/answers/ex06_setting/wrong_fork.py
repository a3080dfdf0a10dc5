# hint: was started by fork
from multiprocessing import get_context

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}
language = "en"


def greet(name):
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    global language
    language = chosen
    crew = [get_context("fork").Process(target=greet, args=(name,)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
