# hint: catch whatever it raises
import pickle


def can_travel(gift):
    try:
        pickle.dumps(gift)
        return True
    except TypeError:
        return None
