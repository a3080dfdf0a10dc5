def circle(holds, waits):
    after = {who: holds[lock] for who, lock in waits.items() if lock in holds}
    while loose := [who for who in after if after[who] not in after or who not in after.values()]:
        for who in loose:
            after.pop(who)
    if not after:
        return []
    path = [min(after)]
    while after[path[-1]] != path[0]:
        path.append(after[path[-1]])
    return path


def starved(turns, names, last):
    return sorted(set(names) - set(turns[-last:]))
