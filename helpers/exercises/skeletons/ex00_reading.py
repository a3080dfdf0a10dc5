def seconds_computing(timeline):
    """Return {process: seconds}: for how long each process was computing, all its spans together.

    A span has .process, .label, .start and .end. Only processes that computed are in the answer.
    """
    raise NotImplementedError("your answer")
