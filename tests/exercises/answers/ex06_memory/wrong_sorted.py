# hint: has changed what it was handed
def needed_together(processes):
    processes.sort(key=lambda process: process.rss - process.uss)
    return processes[-1].rss - processes[-1].uss + sum(process.uss for process in processes)
