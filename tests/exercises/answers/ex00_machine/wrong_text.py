# hint: sys.version_info has the numbers
import sys


def describe(packages):
    return {"python": sys.version} | dict.fromkeys(packages)
