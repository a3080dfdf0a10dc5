# hint: a program waits for all that are no daemons
def ending(place, daemon, joined):
    if joined:
        return "finishes"
    return "is cut off" if daemon and place == "program" else "goes on"
