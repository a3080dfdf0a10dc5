# hint: should wait for it with join()
def shares_memory(kind):
    items = []
    kind(target=items.append, args=(1,)).start()
    return len(items) == 1
