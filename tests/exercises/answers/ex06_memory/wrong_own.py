# hint: Alone, it needs all of it
def needed_together(processes):
    return sum(process.uss for process in processes)
