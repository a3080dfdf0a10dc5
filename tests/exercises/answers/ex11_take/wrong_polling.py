# hint: Looking again and again is no waiting
import time


def take(plates, changed):
    end = time.monotonic() + 8
    while plates.value == 0 and time.monotonic() < end:
        time.sleep(0.01)
    with changed:
        plates.value -= 1
