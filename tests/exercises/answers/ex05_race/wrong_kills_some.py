# hint: still ran to the end
from multiprocessing import Process
from multiprocessing.connection import wait


def race(target, names):
    crew = {n: Process(target=target, args=(n,)) for n in names}
    for p in crew.values():
        p.start()
    ready = wait([p.sentinel for p in crew.values()])
    winner = [n for n, p in crew.items() if p.sentinel in ready][0]
    for n, p in crew.items():
        if n != winner:
            p.terminate()
            break
    for p in crew.values():
        p.join()
    return winner
