# hint: for a function of a module the answer should be True
def can_travel(gift):
    return not callable(gift)
