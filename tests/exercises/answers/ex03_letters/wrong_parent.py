# hint: a number that nobody else could know
from multiprocessing import Process

from helpers.exercises.workers.lesson_03 import count_letters


class Counter(Process):
    def __init__(self, word):
        super().__init__()
        self.word = word

    def run(self):
        self.letters = count_letters(self.word)


def letters_of(word):
    counter = Counter(word)
    counter.start()
    counter.join()
    return sum(each.isalpha() for each in word)
