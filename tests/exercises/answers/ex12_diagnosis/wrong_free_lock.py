# hint: KeyError
def circle(holds, waits):
    for start in waits:
        path, who = [], start
        while who in waits and who not in path:
            path.append(who)
            who = holds[waits[who]]
        if who == start:
            return path
    return []


def starved(turns, names, last):
    return [name for name in names if name not in turns[-last:]]
