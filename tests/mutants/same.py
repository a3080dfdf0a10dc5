"""Read why some mutants may be called right: they are the same program, or right as well.

In `same.txt` lines that begin at the margin name mutants, as the tool prints them after the name of
the exercise, and the indented line below says why. A ``*`` stands for anything.
"""

import re
from pathlib import Path

from tests.mutants.making import Mutant

FILE = Path(__file__).with_name("same.txt")


def read(file: Path = FILE) -> dict[str, str]:
    """Return {mutants: reason}.

    Raises
    ------
    ValueError
        If mutants are named without a reason below.
    """
    reasons, named = {}, []
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            reasons |= dict.fromkeys(named, line.strip())
            named = []
        else:
            named.append(line)
    if named:
        raise ValueError(f"{file.name} must say why in an indented line below {named[-1]!r}")
    return reasons


def reason(mutant: Mutant, reasons: dict[str, str], unused: set[str]) -> str | None:
    """Return why a mutant may be called right, or nothing; what names it is no longer unused."""
    line = f"{mutant.exercise} {mutant.words}"
    found = [each for each in reasons if re.fullmatch(re.escape(each).replace(r"\*", ".*"), line)]
    unused.difference_update(found)
    return reasons[found[0]] if found else None
