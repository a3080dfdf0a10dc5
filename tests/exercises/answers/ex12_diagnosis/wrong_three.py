# hint: Follow from each process
def circle(holds, waits):
    for one in waits:
        two = holds.get(waits[one])
        three = holds.get(waits.get(two))
        if one == two:
            return [one]
        if one == three:
            return [one, two]
        if holds.get(waits.get(three)) == one:
            return [one, two, three]
    return []


def starved(turns, names, last):
    return [name for name in names if name not in turns[-last:]]
