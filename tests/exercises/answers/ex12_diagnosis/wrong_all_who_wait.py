# hint: bo waits for nobody
def circle(holds, waits):
    return [who for who, lock in waits.items() if lock in holds]


def starved(turns, names, last):
    return [name for name in names if name not in turns[-last:]]
