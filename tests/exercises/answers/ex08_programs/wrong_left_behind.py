# hint: the program had not ended
import json
import os
import sys
import time
from pathlib import Path

from helpers.exercises.workers.lesson_08 import one_beside

if __name__ == "__main__":
    path = sys.argv[1]
    while True:
        try:
            os.close(os.open(f"{path}.taken", os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            time.sleep(0.02)
    count = json.loads(Path(path).read_text(encoding="utf-8"))["count"]
    count += one_beside(path)
    Path(path).write_text(json.dumps({"count": count}), encoding="utf-8")
