# hint: while instead of if
def take(plates, changed):
    with changed:
        while plates.value == 0:
            changed.wait(timeout=60)
            break
        plates.value = plates.value - 1
