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
        note(type(self).__name__)
        super().start()

    def run(self) -> None:
        """Begin so late that nobody gets away without a join."""
        time.sleep(0.3)
        super().run()


class SlowProcess(Process):
    """A process that takes its time before it begins."""

    def start(self) -> None:
        """Start, and note it."""
        note(type(self).__name__)
        super().start()

    def run(self) -> None:
        """Begin so late that nobody gets away without a join."""
        time.sleep(0.3)
        super().run()


class InDisguise(SlowThread):
    """A thread that has a process do its work, and so shares nothing, whatever it derives from."""

    def run(self) -> None:
        """Let a process do it."""
        child = Process(target=self._target, args=self._args, kwargs=self._kwargs)
        child.start()
        child.join(timeout=60)
