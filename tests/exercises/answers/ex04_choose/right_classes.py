from multiprocessing import context


def run_with(method, target, args):
    kinds = {
        "fork": getattr(context, "ForkProcess", None),
        "forkserver": getattr(context, "ForkServerProcess", None),
        "spawn": context.SpawnProcess,
    }
    process = kinds[method](None, target, None, args)
    process.start()
    process.join()
    return process.exitcode
