# hint: Just as long is no gain
def break_even(lengths, in_turn, in_processes):
    worth = None
    for length, turn, processes in reversed(list(zip(lengths, in_turn, in_processes, strict=True))):
        if processes > turn:
            return worth
        worth = length
    return worth
