from concurrent.futures import ProcessPoolExecutor

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}


def speak(chosen):
    global language
    language = chosen


def greet(name):
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    with ProcessPoolExecutor(len(names), initializer=speak, initargs=(chosen,)) as pool:
        list(pool.map(greet, names))
