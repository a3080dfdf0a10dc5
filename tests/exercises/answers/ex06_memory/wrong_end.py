# hint: the one that shares most
def needed_together(processes):
    own = sum(process.uss for process in processes)
    return own + max(processes[0].rss - processes[0].uss, processes[-1].rss - processes[-1].uss)
