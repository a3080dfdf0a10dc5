from functools import partial
from multiprocessing import Pool

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}


def greet(name, language):
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    with Pool(2) as pool:
        pool.map(partial(greet, language=chosen), names)
