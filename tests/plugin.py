"""What pytest does for this course beyond running tests and comparing notebooks.

- after every test and every notebook, nothing may be left behind
- the notebooks run in folders of the tests' own, far from a learner's answers
- ``--start-method=spawn`` (or another) sets the start method of the notebooks' kernels from outside
- ``--refresh`` writes outputs that differ into the notebooks, from the very run that compares them,
  unless other programs disturbed what was measured
"""

import multiprocessing
import os
import shutil
import statistics
import tempfile
from pathlib import Path

import nbformat
import pytest
from nbval.kernel import CURRENT_ENV_KERNEL_NAME, RunningKernel
from nbval.plugin import IPyNbCell, IPyNbFile, NbCellError

from tests.excuses import IDLE, cores_busy
from tests.isolation import folder_for_lesson, isolate, strays
from tests.leftovers import leftovers, present

BEFORE = pytest.StashKey[frozenset]()
TEMPORARY = pytest.StashKey[Path]()
# Seconds. A program of a test beside these may have been killed, and a resource tracker has still
# to remove its semaphores, which nobody holds any more: whose they were cannot be seen.
PATIENCE = 60.0 if "PYTEST_XDIST_WORKER" in os.environ else 5.0


def pytest_addoption(parser):
    group = parser.getgroup("processes in Python")
    group.addoption(
        "--start-method",
        choices=multiprocessing.get_all_start_methods(),
        help="run the notebooks with this start method instead of the platform's default",
    )
    group.addoption(
        "--refresh",
        nargs="?",
        const="changed",
        choices=["changed", "all"],
        help="write outputs into the notebooks: those whose text changed, or all",
    )
    group.addoption(
        "--disturbed",
        action="store_true",
        help="with --refresh: write them even if other programs kept the cores busy meanwhile",
    )


def pytest_configure(config):
    """Give the kernels an environment of the tests' own, whatever the user's looks like."""
    tempfile.gettempdir()  # remembered: pytest's own temporary files stay where they are
    temporary = Path(tempfile.mkdtemp(prefix="course-"))
    config.stash[TEMPORARY] = temporary
    isolate(temporary)
    if method := config.getoption("--start-method"):
        startup = temporary / "ipython/profile_default/startup"
        startup.mkdir(parents=True)
        code = f"import multiprocessing; multiprocessing.set_start_method({method!r})\n"
        (startup / "start_method.py").write_text(code, encoding="utf-8")
    config.stash[BEFORE] = present(temporary)
    _allow_many_files()


def pytest_unconfigure(config):
    shutil.rmtree(config.stash[TEMPORARY], ignore_errors=True)


class Lesson(IPyNbFile):
    """A notebook whose kernel runs in an empty folder, and not beside the notebook."""

    def setup(self):
        self.changed, self.busy = False, []
        self.folder = folder_for_lesson(self.config.stash[TEMPORARY])
        patience = self.config.option.nbval_kernel_startup_timeout
        self.kernel = RunningKernel(CURRENT_ENV_KERNEL_NAME, str(self.folder), patience)
        self.setup_sanitize_files()


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    nodes = yield
    return [
        Lesson.from_parent(parent, path=file_path) if isinstance(node, IPyNbFile) else node
        for node in nodes
    ]


@pytest.fixture(autouse=True)
def nothing_left_behind(request):
    """Fail a test that leaves a process, a zombie, shared memory or a file behind."""
    yield
    _check_leftovers(request.config)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Check the same after the last cell of a notebook: while its kernel lives, and after."""
    if not isinstance(item, IPyNbCell) or (nextitem and nextitem.parent is item.parent):
        return (yield)
    kernel = item.parent.kernel
    alive = kernel.is_alive()
    found = _leftovers(item.config, kernel.km.provisioner.pid) if alive else {"a dead kernel"}
    result = yield
    busy = _write_outputs(item)
    if busy:
        pytest.fail(
            f"nothing was written: other programs kept {busy:.1f} cores busy; or --disturbed"
        )
    if found:
        pytest.fail(f"the lesson left behind, before its kernel ended: {sorted(found)}")
    _check_leftovers(item.config)
    if left := strays(item.parent.folder):
        pytest.fail(f"the lesson left behind, in its folder: {sorted(left)}")
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """With ``--refresh``, take the outputs of this run where the committed ones differ."""
    refresh = item.config.getoption("--refresh")
    if not refresh or not isinstance(item, IPyNbCell):
        return (yield)
    item.parent.busy.append(cores_busy(0.2))  # between two cells all the load is that of others
    differ = refresh == "all" or item.cell.execution_count is None
    try:
        yield
    except NbCellError as error:
        if "caused an exception" in str(error) or "Timeout" in str(error):
            raise
        differ = True
    if differ or item.cell.execution_count != item.cell_num + 1:
        item.parent.changed = True
        _take(item.cell, item.test_outputs if differ else item.cell.outputs, item.cell_num + 1)


def _write_outputs(item):
    """Write what `--refresh` has taken, unless it was disturbed; return by how many busy cores."""
    lesson = item.parent
    if not lesson.changed:
        return 0.0
    busy = statistics.mean(lesson.busy)
    if busy > IDLE and not item.config.getoption("--disturbed"):
        return busy
    nbformat.write(lesson.nb, item.path)
    return 0.0


def _take(cell, outputs, number):
    cell.execution_count = number
    cell.outputs = outputs
    for output in outputs:
        if output.output_type == "execute_result":
            output.execution_count = number


def _allow_many_files():
    """Raise the limit of open files as Jupyter's server does: 100 clients need more than 256."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < 4096:
        limit = 4096 if hard == resource.RLIM_INFINITY else min(4096, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))


def _leftovers(config, kernel=0):
    """Find what is left; it is told once, and not after every test that follows."""
    found = leftovers(config.stash[TEMPORARY], config.stash[BEFORE], kernel, PATIENCE)
    config.stash[BEFORE] |= found
    return found


def _check_leftovers(config):
    if found := _leftovers(config):
        pytest.fail(f"left behind: {sorted(found)}")
