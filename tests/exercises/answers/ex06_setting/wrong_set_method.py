# hint: the default start method of the whole program
import multiprocessing
from multiprocessing import Process

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}


def greet(name, language):
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    methods = {*multiprocessing.get_all_start_methods()}
    other = min(methods - {multiprocessing.get_start_method()})
    multiprocessing.set_start_method(other, force=True)
    crew = [Process(target=greet, args=(name, chosen)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
