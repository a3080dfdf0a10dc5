"""Right, because exceptions are caught in the worker, and come back as what they are: data.

So none of them has to be sent, and none ends the batch.
"""

from concurrent.futures import ProcessPoolExecutor

from helpers.exercises.workers.lesson_13 import count_lines


def try_to_count(path):
    """Count the lines of a file, or return the name of the exception."""
    try:
        return count_lines(path), None
    except Exception as error:
        return None, type(error).__name__


def count_all(paths, workers):
    """Return two dictionaries: {path: number of lines}, and {path: name of the exception}.

    count_lines(path) is called once for each path, in so many processes, which are started once
    and work at the same time. Each path is in one of the two dictionaries, whatever becomes of
    the others; the name of an exception is that of its type, such as "FileNotFoundError".
    """
    counted, failed = {}, {}
    with ProcessPoolExecutor(workers) as executor:
        for path, (lines, error) in zip(paths, executor.map(try_to_count, paths), strict=True):
            if error:
                failed[path] = error
            else:
                counted[path] = lines
    return counted, failed


if __name__ == "__main__":
    import json
    from pathlib import Path

    files = sorted(Path(json.__file__).parent.glob("*.py"))
    counted, failed = count_all([*map(str, files), "nowhere.txt"], workers=2)
    print(len(counted), "files have", sum(counted.values()), "lines;", failed)
