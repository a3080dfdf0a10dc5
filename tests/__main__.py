"""Run all tests: ``python -m tests``; what else is said is handed to pytest.

Lessons that measure speed come first, and have the machine to themselves. Then two processes
share the rest: mostly it waits.
"""

import sys

from helpers.environment import ROOT, prepare, run

MEASURES = "obstacle_to_speed("  # what a lesson calls that measures speed


def steps(arguments: list[str]) -> list[list[str]]:
    """Return what pytest is told, step by step: one step if it is told which tests to run."""
    if not all(each.startswith("--start-method") for each in arguments):
        return [arguments]
    lessons = sorted((ROOT / "notebooks").glob("*.ipynb"))
    alone = [str(path) for path in lessons if MEASURES in path.read_text(encoding="utf-8")]
    others = [f"--ignore={path}" for path in alone]
    return [[*arguments, *alone], [*arguments, "-n", "2", "--dist", "loadfile", *others]]


if __name__ == "__main__":
    python = prepare()
    codes = [run([python, "-m", "pytest", *step]) for step in steps(sys.argv[1:])]
    sys.exit(max(codes, key=abs))
