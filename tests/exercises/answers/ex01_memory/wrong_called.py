# hint: for a process expected False
def shares_memory(kind):
    items = []
    worker = kind(target=items.append(1))
    worker.start()
    worker.join(timeout=60)
    return len(items) == 1
