def run_locked(lock, seconds, errand):
    """Call errand() while holding the lock; wait for the lock no longer than these seconds.

    Return True if the errand was run, and False if the lock was not to be had in time. An error
    in the errand comes through, and leaves the lock free.
    """
    raise NotImplementedError("your answer")
