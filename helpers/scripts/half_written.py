"""Have a daemon write a file, and come to the end of the program before it has.

``python -m helpers.scripts.half_written PATH``
"""

import sys
from multiprocessing import Pipe, Process

from helpers.workers.heartbeats import write_two_lines

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    Process(target=write_two_lines, args=(sys.argv[1], sender), daemon=True).start()
    receiver.poll(30)
