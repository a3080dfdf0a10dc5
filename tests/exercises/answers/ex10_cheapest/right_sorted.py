def quickest(costs, messages, megabytes):
    times = [(a * messages + b * megabytes * messages, name) for name, (a, b) in costs.items()]
    return sorted(times)[0][1]
