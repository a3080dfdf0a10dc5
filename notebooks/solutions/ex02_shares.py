"""Right, because the largest files go first, each to the share that has least so far.

The small ones fill the gaps at the end. This rule is known as "longest processing time first":
its largest share is never more than 4/3 of the best one (R. Graham, 1969).
"""

import sysconfig
from pathlib import Path


def share_out(sizes, processes):
    """Share files out among processes so that each has about the same number of bytes.

    sizes: {name of a file: its size in bytes}. Return a list with a list of names for each process.
    """
    shares = [[] for _ in range(processes)]
    loads = [0] * processes
    for name in sorted(sizes, key=sizes.get, reverse=True):
        lightest = loads.index(min(loads))
        shares[lightest].append(name)
        loads[lightest] += sizes[name]
    return shares


if __name__ == "__main__":
    folder = Path(sysconfig.get_path("stdlib"))
    sizes = {path.name: path.stat().st_size for path in folder.glob("*.py")}
    for share in share_out(sizes, 4):
        print(len(share), "files,", sum(sizes[name] for name in share), "bytes")
