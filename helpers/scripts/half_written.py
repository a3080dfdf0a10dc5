"""Have a daemon write a file, and come to the end of the program before it has.

``python -m helpers.scripts.half_written PATH``
"""

import sys
from multiprocessing import Pipe, Process

from helpers.system.waiting import wait_for_word
from helpers.workers.heartbeats import write_two_lines

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    writer = Process(target=write_two_lines, args=(sys.argv[1], sender), daemon=True)
    writer.start()
    wait_for_word(writer, receiver)
