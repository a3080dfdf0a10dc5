"""A slow server on this machine, for work that waits for the network."""

import asyncio
import contextlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from helpers.system.companion import companion, wait_for_the_end


@contextmanager
def slow_server(delay: float = 0.3) -> Iterator[int]:
    """Run a weather server that takes its time, while the ``with`` block runs; give its port.

    It listens on ``127.0.0.1``, is asked with a line, the name of a city, and answers with a line.
    It waits for many clients at once, and uses next to no CPU time.

    Parameters
    ----------
    delay : float
        Seconds that each answer takes.

    Raises
    ------
    ValueError
        If `delay` is negative or above 10 seconds.
    RuntimeError
        If it does not start.
    """
    if not 0 <= delay <= 10:
        raise ValueError(f"delay must be from 0 to 10 seconds, not {delay!r}")
    with companion("helpers.system.server", delay) as port:
        yield int(port)


async def serve(delay: float) -> None:
    """Answer on a free port until the companion's end."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Without a word about clients that have gone, or that still wait at the end.
        with contextlib.suppress(ConnectionError, asyncio.CancelledError):
            city = (await reader.readline()).decode().strip()
            await asyncio.sleep(delay)
            writer.write(f"{city}: sunny\n".encode())
            await writer.drain()
        writer.close()

    end = wait_for_the_end()
    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await asyncio.to_thread(end.wait)


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
