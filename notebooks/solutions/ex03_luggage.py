"""Right, because it tries. Which error comes differs by what cannot travel, so it catches all."""

import pickle


def can_travel(gift):
    """Say whether something can be sent to another process: True or False."""
    try:
        pickle.dumps(gift)
    except Exception:
        return False
    return True


if __name__ == "__main__":
    print("a list:", can_travel([1, 2]))
    print("a lambda:", can_travel(lambda: 1))
