# hint: there once, and not five times
def needed_together(processes):
    return sum(process.rss for process in processes)
