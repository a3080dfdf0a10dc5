# hint: in a child of its own
from helpers.exercises.workers.lesson_06 import count_lines


def count_all(paths, folder):
    return {path.name: count_lines(path) for path in paths}
