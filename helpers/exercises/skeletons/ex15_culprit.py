def diagnose(dump):
    """Say what kind of hang a dump shows, and the pids of the processes that show it.

    dump: what `py-spy dump --pid PID --subprocesses` writes. Of these four, the first that fits:
    ("not read", pids): main threads that are in Queue._finalize_join
    ("locks", pids): two or more main threads that wait for a lock of their own program:
        SemLock.__enter__ is at the top, and it is not Queue.get that has called it
    ("no sender", pids): main threads that are in Queue.get
    ("busy", pids): main threads that are active
    pids is a list of numbers, in any order.
    """
    raise NotImplementedError("your answer")
