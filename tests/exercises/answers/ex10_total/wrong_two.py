# hint: Each visit adds one
def visit(total):
    with total.get_lock():
        total.value += 2
