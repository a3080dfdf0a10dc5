"""Right, because every message costs something, and every MB of it costs something more."""


def quickest(costs, messages, megabytes):
    """Return the name of what carries so many messages, of so many MB each, in the least time.

    costs: {name: (seconds for each message, seconds for each MB)}
    """

    def seconds(name):
        for_message, for_megabyte = costs[name]
        return messages * (for_message + megabytes * for_megabyte)

    return min(costs, key=seconds)


if __name__ == "__main__":
    print(quickest({"queue": (0.0001, 0.002), "shared": (0.01, 0.0)}, messages=1, megabytes=100))
