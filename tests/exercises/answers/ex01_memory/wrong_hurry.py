# hint: wait for it with join(timeout=60)
def shares_memory(kind):
    items = []
    kind(target=items.append, args=(1,)).start()
    return len(items) == 1
