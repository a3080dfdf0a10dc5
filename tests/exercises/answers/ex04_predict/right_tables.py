SPAWN, FORK, SERVER = "spawn", "fork", "forkserver"
DEFAULTS = {
    "Windows": [((3, 4), SPAWN)],
    "Darwin": [((3, 4), FORK), ((3, 8), SPAWN)],
    "Linux": [((3, 4), FORK), ((3, 14), SERVER)],
}
FOUND = {
    "a constant of a module": {SPAWN, FORK, SERVER},
    "a global changed since": {FORK},
    "an argument": {SPAWN, FORK, SERVER},
    "a thread of the parent": set(),
    "a lock held by a thread": {FORK},
}


def default_method(system, version):
    return [method for since, method in DEFAULTS[system] if version >= since][-1]


def finds(thing, method):
    return method in FOUND[thing]
