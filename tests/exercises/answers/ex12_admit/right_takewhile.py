from itertools import takewhile


def admit(queue, inside):
    if not inside and queue[:1] == ["writer"]:
        return 1
    if inside and inside[0] == "writer":
        return 0
    return len(list(takewhile(lambda guest: guest == "reader", queue)))
