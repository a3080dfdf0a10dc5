# hint: TypeError in line 3 of your file
def visit(total):
    total += 1
