# hint: Look first
def take(plates, changed):
    with changed:
        changed.wait(timeout=60)
        while plates.value == 0:
            changed.wait(timeout=60)
        plates.value -= 1
