# hint: the lock was still held
def visit(total):
    total.get_lock().acquire()
    total.value += 1
