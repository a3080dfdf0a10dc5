# Find what is wrong: three things.
from multiprocessing import Process

from helpers.exercises.workers.lesson_03 import count_letters


class Counter(Process):
    """A process that counts the letters of a name."""

    def __init__(self, word):
        self.word = word

    def run(self):
        self.letters = count_letters(self.word)


def letters_of(word):
    """Count the letters of a word in another process, and return how many there are."""
    counter = Counter(word)
    counter.run()
    return counter.letters
