def share_out(sizes, processes):
    shares = [[] for _ in range(processes)]
    for name in sorted(sizes, key=lambda name: -sizes[name]):
        min(shares, key=lambda share: sum(map(sizes.get, share))).append(name)
    return tuple(shares)
