from multiprocessing.connection import wait


def fate(process, seconds):
    try:
        if wait([process.sentinel], timeout=seconds):
            process.join()  # its end is a little later
    except ValueError:
        return "not started"
    match process.exitcode:
        case None:
            return "running"
        case 0:
            return "done"
        case code:
            return "killed" if code < 0 else "failed"
