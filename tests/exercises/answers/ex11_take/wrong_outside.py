# hint: without the lock of changed
def take(plates, changed):
    with changed:
        while plates.value == 0:
            changed.wait(timeout=60)
        now = plates.value
    plates.value = now - 1
