"""What several tests use."""

import multiprocessing

import pytest


@pytest.fixture(params=multiprocessing.get_all_start_methods())
def context(request):
    """Each start method that this platform has, in turn."""
    return multiprocessing.get_context(request.param)


@pytest.fixture
def run(context):
    """Start processes under the start method, wait for them, return them."""

    def start_and_join(target, *tasks, names=()):
        crew = [context.Process(target=target, args=task) for task in tasks]
        for process, name in zip(crew, names, strict=False):
            process.name = name
        for process in crew:
            process.start()
        for process in crew:
            process.join(timeout=60)
        return crew

    return start_and_join
