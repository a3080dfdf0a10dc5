# hint: A large one pays for its bytes
def quickest(costs, messages, megabytes):
    return min(costs, key=lambda name: costs[name][0] * messages)
