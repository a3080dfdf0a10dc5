# hint: Readers may be inside together
def admit(queue, inside):
    if not queue or "writer" in inside:
        return 0
    if queue[0] == "writer":
        return 0 if inside else 1
    return 1
