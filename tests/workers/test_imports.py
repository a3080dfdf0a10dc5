"""What a child pays before it can work: the imports of its target's module.

How much that is in seconds, `python -m tests.benchmark` says; here is what is imported.
"""

import subprocess
import sys

import pytest

from helpers.environment import ROOT

# Beyond what a spawned child has anyway. In brackets: how much of a child's start it costs.
LIGHT = {
    "__future__",  # (0.4%)
    *("json", "json.decoder", "json.encoder", "json.scanner", "_json"),  # (4%)
    *("random", "bisect", "_bisect", "_random", "_sha2", "_sha512"),  # (3%)
}
HEAVY = {
    "helpers.workers.heavy": "lesson 04 shows what a heavy module costs",
    "helpers.workers.bookings": "sqlite3 would else be imported in the sale that lesson 08 times",
}
FOLDERS = ["helpers/workers", "helpers/exercises/workers"]
FILES = [
    ROOT / "helpers/spans.py",
    *(path for each in FOLDERS for path in ROOT.glob(f"{each}/*.py")),
]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in FILES
)

# A program of its own: pytest's own main module must not be imported in the children.
PROGRAM = """
import multiprocessing, sys
from tests import bare
context = multiprocessing.get_context("spawn")
for module in sys.argv[2:]:
    child = context.Process(target=bare.list_what_it_imports, args=(sys.argv[1] + module, module))
    child.start()
    child.join(timeout=30)
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """Say what each module brings into a spawned child, apart from what site-packages add."""
    folder = tmp_path_factory.mktemp("imports")
    light = [module for module in MODULES if module not in HEAVY]
    command = [sys.executable, "-S", "-c", PROGRAM, f"{folder}/", *light]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    return {path.name: set(path.read_text(encoding="utf-8").split()) for path in folder.iterdir()}


def test_all_modules_that_children_import_are_looked_at(imported):
    assert {"helpers.spans", "helpers.workers.tasks"} <= set(imported)
    assert set(imported) | set(HEAVY) == set(MODULES)


def test_what_children_import_is_light(imported):
    heavy = {}
    for module, added in imported.items():
        assert module in added
        ours = {each for each in added if each.split(".")[0] == "helpers"}
        heavy[module] = (ours & set(HEAVY)) | (added - ours - LIGHT)
    assert {module: found for module, found in heavy.items() if found} == {}


def test_a_spawned_child_imports_no_more_than_its_workers(tmp_path):
    code = (
        "import multiprocessing, sys\nfrom helpers.workers import tasks\nfrom tests import bare\n"
        "context = multiprocessing.get_context('spawn')\n"
        "for path, needed in [(sys.argv[1], []), (sys.argv[2], [tasks.count_primes])]:\n"
        "    child = context.Process(target=bare.list_modules, args=(path, *needed))\n"
        "    child.start(); child.join(timeout=30); print(child.exitcode)\n"
    )
    paths = [tmp_path / "bare.txt", tmp_path / "workers.txt"]
    done = subprocess.run(
        [sys.executable, "-c", code, *paths], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "0\n0\n", done.stderr
    without, with_workers = (set(path.read_text(encoding="utf-8").split()) for path in paths)
    assert with_workers - without == {
        *("helpers", "helpers.spans", "helpers.workers", "helpers.workers.tasks"),
    }
