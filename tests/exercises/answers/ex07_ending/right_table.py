UNJOINED = {
    ("program", False): "finishes",
    ("program", True): "is cut off",
    ("notebook", False): "goes on",
    ("notebook", True): "goes on",
}


def ending(place, daemon, joined):
    return "finishes" if joined else UNJOINED[place, daemon]
