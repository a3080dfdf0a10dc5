# hint: Call it in both
import json
import sys
from pathlib import Path

from filelock import FileLock

if __name__ == "__main__":
    path = sys.argv[1]
    with FileLock(f"{path}.lock", timeout=60):
        count = json.loads(Path(path).read_text(encoding="utf-8"))["count"]
        count += 1
        Path(path).write_text(json.dumps({"count": count}), encoding="utf-8")
