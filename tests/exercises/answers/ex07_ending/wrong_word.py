# hint: is none of 'finishes'
def ending(place, daemon, joined):
    if joined or (place == "program" and not daemon):
        return "finishes"
    return "goes on" if place == "notebook" else "cut off"
