from multiprocessing import Process
from multiprocessing.connection import wait


def race(target, names):
    by_sentinel = {}
    for name in names:
        p = Process(target=target, args=(name,), name=name, daemon=True)
        p.start()
        by_sentinel[p.sentinel] = p
    ready = wait(by_sentinel.keys())
    winner = by_sentinel[ready[0]].name
    left = set(by_sentinel)
    for p in by_sentinel.values():
        p.kill()
    while left:
        left -= set(wait(left))
    return winner
