def admit(queue, inside):
    inside, number = list(inside), 0
    for guest in queue:
        if "writer" in inside or (guest == "writer" and inside):
            break
        inside.append(guest)
        number += 1
    return number
