"""Set the start method of a program, and then set it again."""

from multiprocessing import get_context, get_start_method, set_start_method

if __name__ == "__main__":
    set_start_method("spawn")
    print("the program's start method:", get_start_method())
    print("a context of its own:", get_context("spawn").get_start_method())
    set_start_method("spawn")
