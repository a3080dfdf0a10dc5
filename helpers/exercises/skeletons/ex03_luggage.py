import pickle


def can_travel(gift):
    """Say whether something can be sent to another process: True or False."""
    raise NotImplementedError("your answer")
