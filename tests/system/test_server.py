import socket
import threading

import pytest

from helpers.recording import record
from helpers.system.server import slow_server
from helpers.workers import tasks


def test_the_server_answers_many_at_once_and_is_gone_after():
    with slow_server(delay=0.3) as port, record() as timeline:
        crew = [
            threading.Thread(target=tasks.ask_weather, args=(port, f"Öland-{n}")) for n in range(20)
        ]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join(timeout=30)

    assert {each.text for each in timeline.notes} == {f"Öland-{n}: sunny" for n in range(20)}
    assert all(each.end - each.start >= 0.3 for each in timeline.spans)
    waited = sum(each.end - each.start for each in timeline.spans)
    assert timeline.duration < waited / 2  # one after another it would be as long as all of them
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


@pytest.mark.parametrize("delay", [-1, 11])
def test_a_delay_out_of_range_is_named(delay):
    with pytest.raises(ValueError, match=f"from 0 to 10 seconds, not {delay}"), slow_server(delay):
        raise AssertionError("never reached")
