"""Write an answer into its file, and never lose one that was there."""

import ast
import shutil
from pathlib import Path

SKELETONS = Path(__file__).with_name("skeletons")
KEPT = "old-answers"  # the folder, beside the answers, of what they were before


def exercises() -> list[str]:
    """List the exercises of the course, in order."""
    return sorted(path.stem for path in SKELETONS.glob("ex*.py"))


def check_name(name: str) -> None:
    """Raise a ValueError that lists the exercises if there is none of this name."""
    if name not in exercises():
        raise ValueError(f"name must be one of {', '.join(exercises())}, not {name!r}")


def untouched(text: str | bytes, name: str) -> bool:
    """Say whether a text is what the learner began with, apart from its layout."""
    skeleton = (SKELETONS / f"{name}.py").read_bytes()
    try:
        return ast.dump(ast.parse(text)) == ast.dump(ast.parse(skeleton))
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # the last two: nested deeply
        return False


def write_answer(name: str, text: str, folder: Path) -> str:
    """Write a cell's text into the file of an exercise, unless that would lose an answer.

    A cell that still holds the skeleton never replaces an answer. Another answer does, and the
    one before is kept in the folder ``old-answers``.

    Parameters
    ----------
    name : str
        The exercise.
    text : str
        What the cell holds.
    folder : Path
        Where the answers are.

    Returns
    -------
    str
        A sentence that says what was done.

    Raises
    ------
    ValueError
        If there is no such exercise.
    """
    check_name(name)
    path = folder / f"{name}.py"
    before = path.read_bytes() if path.exists() else None
    answered = before is not None and not untouched(before, name)
    if answered and untouched(text, name):
        return f"{path.name} holds an answer of yours, and is kept. To begin anew, rename it."
    kept = _keep(path) if answered and before != text.encode() else ""
    path.write_bytes(text.encode())
    return f"{path.name} is written.{kept}"


def begin_anew(name: str, folder: Path) -> str:
    """Write the skeleton of an exercise into its file, and keep what is there now.

    Parameters
    ----------
    name : str
        The exercise.
    folder : Path
        Where the answers are.

    Returns
    -------
    str
        Sentences that say what was done.

    Raises
    ------
    ValueError
        If there is no such exercise.
    """
    check_name(name)
    path, skeleton = folder / f"{name}.py", (SKELETONS / f"{name}.py").read_bytes()
    if path.exists() and path.read_bytes() == skeleton:
        return f"{path.name} is as it was at the beginning."
    kept = _keep(path) if path.exists() else ""
    path.write_bytes(skeleton)
    return (
        f"{path.name} is as it was at the beginning.{kept} The exercise's cell in the notebook has "
        "not changed: put there what the file holds now, or running it writes the old text again."
    )


def _keep(path: Path) -> str:
    """Copy an answer to where it is not overwritten; say where that is."""
    folder = path.parent / KEPT
    folder.mkdir(exist_ok=True)
    number = 1 + len(list(folder.glob(f"{path.stem}-*.py")))
    while (copy := folder / f"{path.stem}-{number}.py").exists():
        number += 1
    shutil.copy2(path, copy)
    return f" What was in it before is kept in {KEPT}/{copy.name}."
