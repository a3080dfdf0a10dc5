def needed_together(processes):
    own, shared = 0, 0
    for process in processes:
        own += process.uss
        if process.rss - process.uss > shared:
            shared = process.rss - process.uss
    return own + shared
