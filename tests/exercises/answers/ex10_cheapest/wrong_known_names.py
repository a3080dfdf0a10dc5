# hint: KeyError
def quickest(costs, messages, megabytes):
    def seconds(name):
        return messages * (costs[name][0] + costs[name][1] * megabytes)

    return min(["queue", "manager", "shared"], key=seconds)
