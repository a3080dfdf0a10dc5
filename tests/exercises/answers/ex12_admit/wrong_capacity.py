# hint: Readers may be inside together
def admit(queue, inside):
    if "writer" in inside:
        return 0
    if queue[:1] == ["writer"]:
        return 0 if inside else 1
    readers = queue.index("writer") if "writer" in queue else len(queue)
    return min(readers, 5 - min(len(inside), 1))
