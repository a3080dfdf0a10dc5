"""Find what the lessons say about their exercises."""

import json
import re

from helpers.environment import ROOT


def lesson_of(name: str) -> str:
    """Return the path of the notebook that has an exercise, seen from the top of the course."""
    (notebook,) = (ROOT / "notebooks").glob(f"{name[2:4]}-*.ipynb")
    return f"notebooks/{notebook.name}"


def statement(name: str) -> str:
    """Return what a lesson says about an exercise, above its cell."""
    cells = json.loads((ROOT / lesson_of(name)).read_text(encoding="utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in cells]
    (place,) = (n for n, text in enumerate(texts) if re.match(rf"%%exercise {name}\b", text))
    above = texts[place - 1]  # the first of a lesson also has the heading in it
    return above[above.index("**") :]
