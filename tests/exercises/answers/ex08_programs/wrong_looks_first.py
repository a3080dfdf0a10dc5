# hint: two steps
import json
import sys
import time
from pathlib import Path

from helpers.exercises.workers.lesson_08 import one_beside

if __name__ == "__main__":
    path = sys.argv[1]
    room = Path(f"{path}.taken")
    while room.exists():
        time.sleep(0.02)
    room.touch()
    count = json.loads(Path(path).read_text(encoding="utf-8"))["count"]
    count += one_beside(path)
    Path(path).write_text(json.dumps({"count": count}), encoding="utf-8")
    room.unlink(missing_ok=True)
