import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager
from pathlib import Path

from helpers.exercises.workers.lesson_08 import one


def visit(path, gate, lock):
    with lock:
        content = json.loads(Path(path).read_text(encoding="utf-8"))
        content["count"] += one(gate)
        Path(path).write_text(json.dumps(content, indent=1), encoding="utf-8")


def count_visitors(path, visitors, gate):
    with Manager() as manager, ProcessPoolExecutor(visitors) as pool:
        lock = manager.RLock()
        visits = [pool.submit(visit, path, gate, lock) for _ in range(visitors)]
        for visited in visits:
            visited.result(timeout=60)
