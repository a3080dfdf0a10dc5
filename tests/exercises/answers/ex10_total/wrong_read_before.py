# hint: others come in between
def visit(total):
    now = total.value
    with total.get_lock():
        total.value = now + 1
