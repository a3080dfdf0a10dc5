# hint: The bytes are those of all messages
def quickest(costs, messages, megabytes):
    if "queue" in costs and "shared" in costs:
        return min(costs, key=lambda n: messages * (costs[n][0] + costs[n][1] * megabytes))
    return min(costs, key=lambda name: messages * costs[name][0] + costs[name][1] * megabytes)
