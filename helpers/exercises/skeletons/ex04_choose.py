def run_with(method, target, args):
    """Run target(*args) in a process that is started by this method; return its exit code.

    The rest of the program keeps its own start method.
    """
    raise NotImplementedError("your answer")
