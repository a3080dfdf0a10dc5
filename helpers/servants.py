"""The processes that `multiprocessing` starts for its own use, told apart from workers."""

import psutil

# By a word of their command line. They serve all processes of a program, and end with it.
SERVANTS = {
    "multiprocessing.forkserver": "fork server",
    "multiprocessing.resource_tracker": "resource tracker",
}


def servant(process: psutil.Process) -> str:
    """Say which servant of `multiprocessing` a process is.

    Parameters
    ----------
    process : psutil.Process
        Any process.

    Returns
    -------
    str
        ``"fork server"``, ``"resource tracker"``, or the empty string for any other process.
        A worker that a fork server forked has the server's command line, and is none.
    """
    try:
        name = _by_command(process)
        parent = process.parent() if name == "fork server" else None
        return "" if parent and _by_command(parent) == "fork server" else name
    except psutil.Error:  # it has ended; a zombie has no command any more
        return ""


def _by_command(process: psutil.Process) -> str:
    command = " ".join(process.cmdline())
    return next((name for word, name in SERVANTS.items() if word in command), "")
