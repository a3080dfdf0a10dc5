# hint: for a function of a module the answer should be True
def can_travel(gift):
    return isinstance(gift, (str, int, list, dict, tuple))
