"""Interrupt lessons at random moments, and see that nothing is left and that they run again.

``python -m tests.interrupts [--moments 10] [--seed 1] notebooks/01-processes-vs-threads.ipynb …``

For each lesson, in one kernel: run it from the top, press *Stop* at a random moment, and see that
within 5 seconds no process is left; again and again; then run it once to its end, and see that no
cell fails. This takes minutes, so it is no part of ``python -m tests``.
"""

import argparse
import contextlib
import random
import sys
import tempfile
import time
from pathlib import Path
from queue import Empty

import nbformat
from jupyter_client.manager import start_new_kernel

from helpers.environment import ROOT
from tests.isolation import folder_for_lesson, isolate, strays
from tests.leftovers import leftovers, present, shared_memory


def run_cell(client, source: str, deadline: float, until: float = float("inf")) -> str:
    """Run a cell, and say how it ended: ``ok``, ``stop`` at the moment `until`, or the error."""
    request = client.execute(source, store_history=False, stop_on_error=False)
    while True:
        wait = min(until, deadline) - time.monotonic()
        if wait <= 0:
            return "stop" if until < deadline else "no end"
        try:
            reply = client.get_shell_msg(timeout=wait)
        except Empty:
            continue
        if reply["parent_header"].get("msg_id") == request:
            content = reply["content"]
            if "ename" in content:
                return f"{content['ename']}: {content['evalue']}"
            return content["status"]


def run_lesson(client, cells, until: float = float("inf")) -> list[tuple[int, str]]:
    """Run cells until one fails that is not meant to; return what went wrong, by cell."""
    for number, cell in enumerate(cells):
        ended = run_cell(client, cell.source, time.monotonic() + 180, until)
        if ended == "stop":
            return [(number, ended)]
        if ended != "ok" and "raises-exception" not in cell.metadata.get("tags", []):
            return [(number, ended)]
    return []


def press_stop(manager, client) -> int:
    """Press *Stop* until the kernel is idle, as a person would; return how often it took.

    Mostly once. Python loses an interrupt that comes in the moment of a fork.
    """
    for presses in range(1, 13):
        manager.interrupt_kernel()
        with contextlib.suppress(RuntimeError):
            client.wait_for_ready(timeout=5)
            return presses
    raise RuntimeError("the kernel did not stop within a minute")


def check(path: Path, moments: int, temporary: Path) -> bool:
    """Interrupt one lesson at so many moments, then run it to its end."""
    cells = [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]
    before, folder = present(temporary), folder_for_lesson(temporary)
    manager, client = start_new_kernel(cwd=str(folder))
    kernel = manager.provisioner.process.pid
    good = True
    try:
        start = time.monotonic()
        problems = run_lesson(client, cells)
        whole = time.monotonic() - start
        print(f"{path.stem}: {whole:.0f} s to run", problems or "", flush=True)
        for _ in range(moments):
            moment = random.uniform(0, whole)
            stopped = run_lesson(client, cells, until=time.monotonic() + moment)
            presses = press_stop(manager, client)
            # Locks and queues may belong to variables of the kernel, blocks of memory may not.
            held = {words for words in shared_memory() if "/psm_" not in words}
            left = leftovers(temporary, before | held, spared=kernel)
            good &= not left
            again = f" (Stop pressed {presses} times)" if presses > 1 else ""
            cell = stopped[0][0] if stopped else len(cells)
            print(
                f"  at {moment:5.1f} s, in cell {cell:2}: {sorted(left) or 'nothing left'}{again}",
                flush=True,
            )
        problems = run_lesson(client, cells)
        good &= not problems
        print("  once more, to the end:", problems or "passes", flush=True)
    finally:
        manager.shutdown_kernel()
        client.stop_channels()
    left = leftovers(temporary, before) | strays(folder)
    print("  when the kernel has ended:", sorted(left) or "nothing left", flush=True)
    return good and not left


def main() -> int:
    """Check every lesson named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lessons", nargs="*", type=Path)
    parser.add_argument("--moments", type=int, default=10)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1000)
    given = parser.parse_args()
    random.seed(given.seed)
    print("seed", given.seed)
    with tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True) as temporary:
        isolate(Path(temporary))
        lessons = given.lessons or sorted((ROOT / "notebooks").glob("*.ipynb"))
        results = [check(path.resolve(), given.moments, Path(temporary)) for path in lessons]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
