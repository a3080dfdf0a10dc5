# hint: Does your way look at the sizes
def share_out(sizes, processes):
    names = sorted(sizes, key=sizes.get)
    cuts = [len(names) * n // processes for n in range(processes + 1)]
    return [names[cuts[n] : cuts[n + 1]] for n in range(processes)]
