# hint: the one that shares most
def needed_together(processes):
    parent = max(processes, key=lambda process: process.rss)
    return parent.rss + sum(each.uss for each in processes) - parent.uss
