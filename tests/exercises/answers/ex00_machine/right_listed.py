import platform
from importlib import metadata


def describe(packages):
    installed = {each.metadata["Name"]: each.version for each in metadata.distributions()}
    version = ".".join(platform.python_version_tuple()[:2])
    return {"python": version} | {package: installed.get(package) for package in packages}
