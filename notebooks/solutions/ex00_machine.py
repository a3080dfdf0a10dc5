"""Right, because it asks what is installed without importing it, and a missing one is an answer."""

import sys
from importlib import metadata


def describe(packages):
    """Return {"python": version, package: version, ...}, such as {"python": "3.13", "numpy": None}.

    The version of Python has two numbers. A package that is not installed has None.
    """
    found = {"python": f"{sys.version_info.major}.{sys.version_info.minor}"}
    for package in packages:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = None
    return found


if __name__ == "__main__":
    print(describe(["jupyterlab", "psutil"]))
