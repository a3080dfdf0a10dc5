# hint: Is the rest of the division lost
def share_out(sizes, processes):
    names = sorted(sizes)
    size = (len(names) - 1) // processes
    return [names[n * size : (n + 1) * size] for n in range(processes)]
