# hint: the one that shares most
def needed_together(processes):
    child = min(processes, key=lambda process: process.uss)
    return child.rss - child.uss + sum(process.uss for process in processes)
