import subprocess
import sys

import psutil
import pytest

from helpers.environment import ROOT
from helpers.system.companion import companion


def test_a_companion_ends_with_its_parent():
    """The parent is killed outright, as a kernel may be: nothing can tell the companion."""
    code = (
        "import time\nfrom helpers.system.companion import companion\n"
        "with companion('helpers.system.server', 0.1) as port:\n"
        "    print('ready', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout.readline() == "ready\n"
        (server,) = psutil.Process(parent.pid).children()
        parent.kill()
    server.wait(timeout=30)


def test_a_companion_that_cannot_start_is_named():
    with (
        pytest.raises(RuntimeError, match="helpers.no_such did not get ready"),
        companion("helpers.no_such"),
    ):
        raise AssertionError("never reached")
