# hint: stays in the child
from multiprocessing import Process

from helpers.exercises.workers.lesson_03 import count_letters


class Counter(Process):
    def __init__(self, word):
        super().__init__()
        self.word = word
        self.letters = 0

    def run(self):
        self.letters = count_letters(self.word)


def letters_of(word):
    counter = Counter(word)
    counter.start()
    counter.join()
    return counter.letters
