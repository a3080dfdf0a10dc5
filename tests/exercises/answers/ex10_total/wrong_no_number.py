# hint: A shared number has .value
def visit(total):
    total += 1
