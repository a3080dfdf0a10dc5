# hint: The first length won by accident
def break_even(lengths, in_turn, in_processes):
    for length, turn, processes in zip(lengths, in_turn, in_processes, strict=True):
        if processes < turn:
            return length
    return None
