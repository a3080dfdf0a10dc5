# hint: circle has changed what it was handed
def circle(holds, waits):
    while waits:
        path = [next(iter(waits))]
        while (after := holds.get(waits.get(path[-1]))) and after not in path:
            path.append(after)
        if after:
            return path[path.index(after) :]
        del waits[path[0]]
    return []


def starved(turns, names, last):
    return [name for name in names if name not in turns[-last:]]
