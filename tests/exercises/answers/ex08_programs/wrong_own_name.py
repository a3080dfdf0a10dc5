# hint: whose name both know
import json
import os
import sys
from pathlib import Path

from filelock import FileLock

from helpers.exercises.workers.lesson_08 import one_beside

if __name__ == "__main__":
    path = sys.argv[1]
    with FileLock(f"{path}.{os.getpid()}.lock", timeout=60):
        count = json.loads(Path(path).read_text(encoding="utf-8"))["count"]
        count += one_beside(path)
        Path(path).write_text(json.dumps({"count": count}), encoding="utf-8")
