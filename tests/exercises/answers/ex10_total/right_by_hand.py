def visit(total):
    lock = total.get_lock()
    lock.acquire()
    try:
        now = total.value
        total.value = now + 1
    finally:
        lock.release()
