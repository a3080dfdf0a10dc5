from multiprocessing import Process

from helpers.spans import note


class Greeter(Process):
    def __init__(self, name, word):
        super().__init__()
        self.who, self.word = name, word

    def run(self):
        note(f"{self.word} {self.who}")


def greet_all(names, chosen):
    word = {"en": "hello", "fr": "bonjour"}[chosen]
    crew = [Greeter(name, word) for name in names]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
