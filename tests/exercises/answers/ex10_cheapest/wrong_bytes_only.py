# hint: hardly for its bytes
def quickest(costs, messages, megabytes):
    return min(costs, key=lambda name: costs[name][1] * megabytes * messages)
