from multiprocessing import Pipe

import pytest

from helpers.workers.waiting import receive


def test_a_word_is_received():
    here, there = Pipe()
    there.send("ready")
    assert receive(here) == "ready"


def test_a_silent_pipe_is_not_waited_for_for_ever():
    here, _there = Pipe()
    with pytest.raises(TimeoutError, match=r"nothing has come through the pipe in 0.01 seconds"):
        receive(here, seconds=0.01)


def test_a_pipe_at_its_end_says_so():
    here, there = Pipe(duplex=False)
    there.close()
    with pytest.raises((EOFError, BrokenPipeError)):  # the latter from poll(), under Windows
        receive(here)
