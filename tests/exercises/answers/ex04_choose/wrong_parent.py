# hint: called in your own process
def run_with(method, target, args):
    try:
        target(*args)
    except SystemExit as error:
        return error.code
    return 0
