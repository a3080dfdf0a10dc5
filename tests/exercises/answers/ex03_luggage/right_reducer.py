from multiprocessing.reduction import ForkingPickler


def can_travel(gift):
    try:
        return bool(ForkingPickler.dumps(gift))
    except BaseException:
        return False
