"""Experiments of lesson 01: workers that are slow to begin."""

from __future__ import annotations

import time
from multiprocessing import Process
from threading import Thread

from helpers.spans import note


class SlowThread(Thread):
    """A thread that takes its time before it begins."""

    def start(self) -> None:
        """Start, and note it."""
        note("a thread")
        super().start()

    def run(self) -> None:
        """Begin so late that nobody gets away without a join."""
        time.sleep(0.3)
        super().run()


class SlowProcess(Process):
    """A process that takes its time before it begins."""

    def start(self) -> None:
        """Start, and note it."""
        note("a process")
        super().start()

    def run(self) -> None:
        """Begin so late that nobody gets away without a join."""
        time.sleep(0.3)
        super().run()
