# hint: Whoever is joined is waited for
def ending(place, daemon, joined):
    if place == "notebook" and not joined:
        return "goes on"
    return "is cut off" if daemon else "finishes"
