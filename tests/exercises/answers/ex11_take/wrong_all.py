# hint: one was to be taken
def take(plates, changed):
    with changed:
        while plates.value == 0:
            changed.wait(timeout=60)
        plates.value = 0
