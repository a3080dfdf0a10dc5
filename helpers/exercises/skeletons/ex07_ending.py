def ending(place, daemon, joined):
    """Predict what becomes of a worker that still has a minute's work to do.

    place: "program", which comes to its end now, or "notebook", whose cell comes to its end now
    daemon, joined: whether it is a daemon, and whether it is joined before (without a timeout)
    Return "finishes" (before the program or the cell ends), "is cut off" or "goes on".
    """
    raise NotImplementedError("your answer")
