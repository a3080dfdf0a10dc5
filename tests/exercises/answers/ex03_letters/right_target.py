import multiprocessing
import os

from helpers.exercises.workers.lesson_03 import count_letters


def work(word):
    os._exit(count_letters(word))


def letters_of(word):
    child = multiprocessing.Process(target=work, args=(word,))
    child.start()
    child.join(30)
    return child.exitcode
