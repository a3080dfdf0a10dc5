# hint: the last wins
import json
from multiprocessing import Process

from helpers.exercises.workers.lesson_06 import count_lines


def count(path, folder):
    number = count_lines(path)
    file = folder / "counts.json"
    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    file.write_text(json.dumps(known | {path.name: number}), encoding="utf-8")


def count_all(paths, folder):
    crew = [Process(target=count, args=(path, folder)) for path in paths]
    for process in crew:
        process.start()
    for process in crew:
        process.join(timeout=60)
    return json.loads((folder / "counts.json").read_text(encoding="utf-8"))
