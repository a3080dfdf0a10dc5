"""See whether processes wait, for a lock or for whatever it be, or would go on if they could."""

from __future__ import annotations

import os
from contextlib import suppress

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from collections.abc import Iterable

SEEN = os.path.exists("/proc/self/stat")  # elsewhere nobody can say for sure
WAITS = "SZX"  # states in proc(5), of Linux: asleep until something comes, or ended


def at_rest(pids: Iterable[int]) -> bool:
    """Say whether all of these wait, or have ended; False where that cannot be seen.

    A process that a busy machine keeps waiting is not at rest: it would go on.
    """
    return SEEN and all(_state(pid) in WAITS for pid in pids)


def _state(pid: int) -> str:
    with suppress(OSError), open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
        return file.read().rpartition(")")[2].split()[0]
    return "X"
