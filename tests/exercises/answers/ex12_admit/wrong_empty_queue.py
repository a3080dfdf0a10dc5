# hint: IndexError
def admit(queue, inside):
    if "writer" in inside:
        return 0
    if queue[0] == "writer":
        return 0 if inside else 1
    return queue.index("writer") if "writer" in queue else len(queue)
