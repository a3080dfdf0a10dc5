# hint: with the other one in hand
def do_with_both(first, second, errand, pause):
    with first, second:
        errand()
    return 1
