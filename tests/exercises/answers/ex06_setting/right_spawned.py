import multiprocessing

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}


def greet(name, *, language):
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    spawn = multiprocessing.get_context("spawn")
    for name in names:
        process = spawn.Process(target=greet, args=(name,), kwargs={"language": chosen})
        process.start()
        process.join()
