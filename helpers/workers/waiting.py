"""Wait for a word in a child, with a deadline; `helpers.system.waiting` does so in a parent."""

from __future__ import annotations

TYPE_CHECKING = False  # children have no need of this import, which takes time
if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def receive(connection: Connection, seconds: float = 60) -> object:
    """Receive what is sent through a pipe, but do not wait for ever."""
    if not connection.poll(seconds):
        raise TimeoutError(f"nothing has come through the pipe in {seconds} seconds")
    return connection.recv()
