import math

import pytest

from helpers.measuring.speedup import amdahl


def test_amdahl():
    assert amdahl(4, 0) == 4
    assert amdahl(1, 0.3) == 1
    assert amdahl(math.inf, 0.05) == pytest.approx(20)
