import pytest

from helpers.measuring import exchange


def test_every_mechanism_is_measured():
    costs = exchange.cost_of_update()
    assert len(costs) == 8
    assert min(costs.values()) > 0


@pytest.mark.parametrize("way", exchange.WAYS)
def test_every_way_moves_every_byte(way):
    seconds = exchange.seconds_to_move(way, [100_000, 1000])
    assert list(seconds) == [1000, 100_000]
    assert min(seconds.values()) > 0


def test_an_unknown_way_is_named():
    with pytest.raises(ValueError, match="way must be one of file, .*, not 'pigeon'"):
        exchange.seconds_to_move("pigeon", [1])
