import sys
from importlib import metadata


def describe(packages):
    """Return {"python": version, package: version, ...}, such as {"python": "3.13", "numpy": None}.

    The version of Python has two numbers. A package that is not installed has None.
    """
    raise NotImplementedError("your answer")
