import heapq


def share_out(sizes, processes):
    heap = [(0, n, []) for n in range(processes)]
    for size, name in sorted(((size, name) for name, size in sizes.items()), reverse=True):
        load, n, names = heapq.heappop(heap)
        heapq.heappush(heap, (load + size, n, [*names, name]))
    return [names for _, _, names in heap]
