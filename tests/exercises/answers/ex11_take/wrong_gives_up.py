# hint: time-out is over
def take(plates, changed):
    with changed:
        if changed.wait_for(lambda: plates.value > 0, timeout=0.5):
            plates.value -= 1
