# hint: The first one is a writer, who has to wait
def admit(queue, inside):
    if "writer" in inside:
        return 0
    readers = queue.index("writer") if "writer" in queue else len(queue)
    return readers or min(1, len(queue))
