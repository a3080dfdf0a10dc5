"""Run the tests of a notebook that is made for it, in a process of their own."""

import os
import subprocess
import sys

import nbformat
from nbformat import v4

from helpers.environment import ROOT


def write_lesson(folder, *cells):
    """Write a notebook; its cells are pairs of a source and what it prints."""
    numbered = [
        v4.new_code_cell(
            source, execution_count=n, outputs=[v4.new_output("stream", text=said)] if said else []
        )
        for n, (source, said) in enumerate(cells, start=1)
    ]
    nbformat.write(v4.new_notebook(cells=numbered), folder / "lesson.ipynb")
    return folder / "lesson.ipynb"


def start_tests(path, scratch, *options):
    """Start a run of the tests with one notebook, and with temporary files of its own."""
    plugins = ["-p", "tests.excuses", "-p", "tests.plugin", *options]
    return subprocess.Popen(
        [sys.executable, "-m", "pytest", *plugins, "-c", "pyproject.toml", str(path)],
        cwd=ROOT,
        env=os.environ | dict.fromkeys(["TMPDIR", "TEMP", "TMP"], str(scratch)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
