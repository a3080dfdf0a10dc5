# hint: AttributeError
from multiprocessing import Process

from helpers.exercises.workers.lesson_03 import count_letters


class Counter(Process):
    def __init__(self, word):
        self.word = word

    def run(self):
        raise SystemExit(count_letters(self.word))


def letters_of(word):
    counter = Counter(word)
    counter.start()
    counter.join()
    return counter.exitcode
