# hint: admit has changed what it was handed
def admit(queue, inside):
    if queue[:1] == ["writer"]:
        return 0 if inside else 1
    number = 0
    while queue and queue[0] == "reader" and "writer" not in inside:
        inside.append(queue.pop(0))
        number += 1
    return number
