# hint: PackageNotFoundError
import sys
from importlib import metadata


def describe(packages):
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"python": version} | {package: metadata.version(package) for package in packages}
