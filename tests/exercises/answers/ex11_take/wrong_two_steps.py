# hint: keep the lock from looking to taking
def take(plates, changed):
    with changed:
        changed.wait_for(lambda: plates.value > 0, timeout=60)
    with changed:
        plates.value -= 1
