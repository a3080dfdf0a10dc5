# hint: The end of a cell is not the end
def ending(place, daemon, joined):
    if daemon and not joined:
        return "is cut off"
    return "finishes"
