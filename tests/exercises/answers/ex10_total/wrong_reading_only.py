# hint: do it while you hold total.get_lock()
def visit(total):
    with total.get_lock():
        now = total.value
    with total.get_lock():
        total.value = now + 1
