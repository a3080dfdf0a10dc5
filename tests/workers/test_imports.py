import subprocess
import sys

import pytest

from helpers.environment import ROOT

# What a child must not import: it would pay for it, each time it is started.
HEAVY = {"matplotlib", "psutil", "numpy", "IPython", "json", "pathlib", "tempfile", "hashlib"}


def test_a_spawned_child_imports_nothing_heavy(tmp_path):
    # A program of its own: pytest's own main module must not be imported in the child.
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
    assert "helpers.spans" in with_workers
    assert (with_workers - without) & HEAVY == set()


@pytest.mark.parametrize(
    ("module", "needed"),
    [
        ("helpers.spans", "sys"),
        ("helpers.workers.tasks", "socket"),
        ("helpers.workers.visitors", "random"),
        ("helpers.workers.probes", "random"),
        ("helpers.workers.lives", "sys"),
        ("helpers.workers.memory", "sys"),
        ("helpers.workers.heartbeats", "sys"),
    ],
)
def test_what_children_import_adds_nothing_heavy(module, needed):
    code = (
        f"import multiprocessing.spawn, multiprocessing.util, sys, {needed}\n"
        f"before = set(sys.modules)\nimport {module}\nprint(*set(sys.modules) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    added = set(done.stdout.split())
    assert module in added
    assert added <= {
        "__future__",
        "types",
        "helpers",
        "helpers.spans",
        "helpers.workers",
        module,
    }, done.stderr
