# hint: counts for each
def needed_together(processes):
    return (
        max(p.rss for p in processes)
        + sum(p.uss for p in processes if p.rss > p.uss)
        - min((p.uss for p in processes if p.rss > p.uss), default=0)
    )
