# hint: it stopped with IndexError. Processes never win there
def break_even(lengths, in_turn, in_processes):
    wins = [fast < slow for fast, slow in zip(in_processes, in_turn, strict=True)]
    return [length for n, length in enumerate(lengths) if all(wins[n:])][0]
