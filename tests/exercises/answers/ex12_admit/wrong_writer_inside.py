# hint: A writer is inside
def admit(queue, inside):
    readers = queue.index("writer") if "writer" in queue else len(queue)
    if readers == 0 and queue and not inside:
        return 1
    return readers
