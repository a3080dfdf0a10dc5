def visit(total):
    print("so far:", total.value)
    with total:
        total.get_obj().value += 1
