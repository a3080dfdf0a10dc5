# hint: are not part of it
def circle(holds, waits):
    for start in waits:
        path, who = [], start
        while who in waits and who not in path:
            path.append(who)
            who = holds.get(waits[who])
        if who in path:
            return path
    return []


def starved(turns, names, last):
    return [name for name in names if name not in turns[-last:]]
