"""What an answer prints: the last of it is kept, and nobody has to wait for who prints for ever."""

import os
import subprocess
from contextlib import suppress
from threading import Thread

KEPT = 20_000  # bytes
FLOOD = 10_000_000  # bytes; more than anybody reads
FLOODED = (
    f"it printed without end, more than {FLOOD / 1e6:.0f} MB, and was stopped. "
    "Which loop never ends?"
)


class Output:
    """Read what a process and its children write, until nobody writes any more.

    Attributes
    ----------
    flooded : bool
        Whether there was so much of it that the process was killed.
    """

    def __init__(self, process: subprocess.Popen, stream: object) -> None:
        """Begin to read.

        Parameters
        ----------
        process : Popen
            Whom to kill if there is too much.
        stream : file
            The pipe that it writes to.
        """
        self._process, self._stream, self._kept, self.flooded = process, stream, b"", False
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        total = 0
        with suppress(OSError, ValueError):
            while some := os.read(self._stream.fileno(), 65_536):
                total += len(some)
                self._kept = (self._kept + some)[-KEPT:]
                if total > FLOOD and not self.flooded:
                    self.flooded = True
                    self._process.kill()

    def text(self, seconds: float = 0.0) -> str:
        """Return the last of it, after waiting for its end for so many seconds at the most."""
        self._reader.join(timeout=seconds)
        return self._kept.decode(errors="replace").replace("\r\n", "\n")
