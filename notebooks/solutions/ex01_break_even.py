"""Right, because it walks from the long tasks to the short ones, and stops at the first loss."""


def break_even(lengths, in_turn, in_processes):
    """Return the shortest length from which on processes always took less time, or None.

    lengths: how long a task is, in seconds, the shortest first
    in_turn, in_processes: how long all tasks of this length took, in each of the two ways
    """
    worth = None
    for length, turn, processes in reversed(list(zip(lengths, in_turn, in_processes, strict=True))):
        if processes >= turn:
            break
        worth = length
    return worth


if __name__ == "__main__":
    print(break_even([0.01, 0.1, 1], [0.04, 0.4, 4], [0.1, 0.2, 2.1]))
