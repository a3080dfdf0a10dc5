# hint: What is not the parent's own
def needed_together(processes):
    own = sum(process.uss for process in processes)
    shared = sum(process.rss - process.uss for process in processes)
    return own + shared // len(processes)
