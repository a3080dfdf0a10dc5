# hint: while instead of if
def take(plates, changed):
    with changed:
        if plates.value == 0:
            changed.wait(timeout=60)
        if plates.value == 0:
            changed.wait(timeout=60)
        plates.value -= 1
