# hint: what is missing should be None
import sys
from contextlib import suppress
from importlib import metadata


def describe(packages):
    found = {"python": f"{sys.version_info.major}.{sys.version_info.minor}"}
    for package in packages:
        with suppress(metadata.PackageNotFoundError):
            found[package] = metadata.version(package)
    return found
