# hint: bo waits for nobody
def circle(holds, waits):
    for start in waits:
        path = [start]
        while (after := holds.get(waits.get(path[-1]))) and after not in path:
            path.append(after)
        if after == start:
            return path


def starved(turns, names, last):
    return [name for name in names if name not in turns[-last:]]
