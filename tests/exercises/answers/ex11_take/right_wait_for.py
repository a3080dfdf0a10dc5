def take(plates, changed):
    changed.acquire()
    try:
        if changed.wait_for(lambda: plates.value > 0, timeout=60):
            plates.value -= 1
    finally:
        changed.release()
