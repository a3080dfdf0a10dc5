from multiprocessing import Pipe, Process

from helpers.exercises.workers.lesson_03 import count_letters


class Counter(Process):
    def __init__(self, word, end):
        Process.__init__(self)
        self.word, self.end = word, end

    def run(self):
        self.end.send(count_letters(self.word))


def letters_of(word):
    here, there = Pipe()
    counter = Counter(word, there)
    counter.start()
    letters = here.recv()
    counter.join()
    return letters
