# hint: Each has to wait for the next
def circle(holds, waits):
    for start in waits:
        path = [start]
        while (after := holds.get(waits.get(path[-1]))) and after not in path:
            path.append(after)
        if after == start:
            return path[::-1]
    return []


def starved(turns, names, last):
    return [name for name in names if name not in turns[-last:]]
