import sys

import pytest

from helpers.measuring.channels import CHANNELS, messages_per_second


@pytest.mark.parametrize("channel", CHANNELS)
def test_every_channel_is_measured(channel):
    assert 0 < messages_per_second(channel, size=100_000, count=3) < sys.maxsize


def test_an_unknown_channel_is_named():
    with pytest.raises(ValueError, match="channel must be one of Queue, .*, not 'telepathy'"):
        messages_per_second("telepathy", 1, 1)
