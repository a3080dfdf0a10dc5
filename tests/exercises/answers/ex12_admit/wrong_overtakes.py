# hint: would overtake him
def admit(queue, inside):
    if "writer" in inside:
        return 0
    if "reader" in queue:
        return queue.count("reader")
    return 1 if queue and not inside else 0
