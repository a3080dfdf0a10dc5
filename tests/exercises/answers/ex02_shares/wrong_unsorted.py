# hint: what do you pack first
def share_out(sizes, processes):
    shares, loads = [[] for _ in range(processes)], [0] * processes
    for name in sizes:
        i = loads.index(min(loads))
        shares[i].append(name)
        loads[i] += sizes[name]
    return shares
