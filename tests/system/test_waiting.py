import pytest

from helpers.system.waiting import wait_for_word
from tests import bare, children


def test_a_word_is_waited_for_but_not_from_the_dead(context):
    here, there = context.Pipe()
    child = context.Process(target=bare.send, args=(there, "ready"))
    child.start()
    assert wait_for_word(child, here, deadline=30) == "ready"
    child.join(timeout=30)

    dead = context.Process(target=children.die, name="dead")
    dead.start()
    with pytest.raises(RuntimeError, match="dead has ended with exit code .* sending a word"):
        wait_for_word(dead, here, deadline=30)
    dead.join(timeout=30)
    silent = context.Process(target=children.hold, name="silent")
    silent.start()
    with pytest.raises(RuntimeError, match="silent is silent"):
        wait_for_word(silent, here, deadline=0.01)
    silent.kill()
    silent.join(timeout=30)
