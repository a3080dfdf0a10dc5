"""Amdahl's law."""


def amdahl(processes: float, serial: float) -> float:
    """Return the speed-up that Amdahl's law allows.

    Parameters
    ----------
    processes : float
        Among how many the parallel part is shared.
    serial : float
        The fraction of the work that cannot be shared, from 0 to 1.

    Notes
    -----
    Source: G. Amdahl, "Validity of the single processor approach to achieving large scale
    computing capabilities", AFIPS 1967.
    """
    return 1 / (serial + (1 - serial) / processes)
