"""Right, because an argument travels under every start method, and a changed global does not."""

from multiprocessing import Process

from helpers.spans import note

GREETINGS = {"en": "hello", "fr": "bonjour"}  # a constant is the same in every process


def greet(name, language):
    """Note a greeting; runs in a child."""
    note(f"{GREETINGS[language]} {name}")


def greet_all(names, chosen):
    """Have a process greet each name in the chosen language."""
    crew = [Process(target=greet, args=(name, chosen)) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)


if __name__ == "__main__":
    from helpers.recording import record

    with record() as timeline:
        greet_all(["ada", "grace"], "fr")
    print(sorted(note.text for note in timeline.notes))
