"""Answers are judged in one batch."""

import pytest

from tests.exercises.trials import Trial, judge_all


@pytest.fixture(scope="module")
def verdicts(request, tmp_path_factory):
    """Judge all answers that this module tries, and give the verdict of each."""
    items = [item for item in request.session.items if item.path == request.path]
    tests = [item for item in items if hasattr(item, "callspec")]
    trials = {item.callspec.params["trial"] for item in tests if "trial" in item.callspec.params}
    return judge_all(trials, tmp_path_factory.mktemp("answers"))


@pytest.fixture
def judged(tmp_path):
    """Judge a text as the answer to an exercise."""
    return lambda name, text, **options: Trial(name, text, "", **options).verdict(tmp_path / "it")
