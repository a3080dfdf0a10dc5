# hint: Each of the thousand messages pays again
def quickest(costs, messages, megabytes):
    return min(costs, key=lambda name: costs[name][0] + costs[name][1] * megabytes * messages)
