"""A lesson calls nothing of ours that neither it nor an earlier one has shown or explained."""

import ast
import importlib
import inspect
import re
from itertools import takewhile

import nbformat
import pytest

from helpers.environment import ROOT

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
WORKERS = "helpers.workers"


def teaching(path):
    cells = nbformat.read(path, as_version=4).cells
    return list(takewhile(lambda cell: not cell.source.startswith("## Exercises"), cells))


def trees(cells):
    """Parse the code cells, without the lines that are IPython's."""
    for cell in cells:
        if cell.cell_type == "code" and not cell.source.startswith("%%"):
            yield ast.parse(re.sub(r"^[%!].*$", "", cell.source, flags=re.M))


def called(cells):
    """Find what cells name of the modules of workers: tasks.do_nothing, or a name by itself."""
    for tree in trees(cells):
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                yield node.value.id, node.attr
            elif isinstance(node, ast.ImportFrom) and node.module.startswith(f"{WORKERS}."):
                yield from ((node.module.rpartition(".")[2], each.name) for each in node.names)


def shown(cells):
    """Find the last words of all names in the cells that call show_source."""
    for tree in trees(cells):
        nodes = list(ast.walk(tree))
        if any(
            isinstance(node, ast.Call) and ast.unparse(node.func) == "show_source" for node in nodes
        ):
            yield from (node.attr for node in nodes if isinstance(node, ast.Attribute))
            yield from (node.id for node in nodes if isinstance(node, ast.Name))


def explained(cells):
    """Find the names that the prose speaks of, in backticks."""
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    return {word for code in re.findall(r"`([^`\n]+)`", prose) for word in re.findall(r"\w+", code)}


def is_ours(name, module):
    """Say whether a name of a module of workers is a function, a class or a constant of ours."""
    thing = getattr(module, name, None)
    constant = name.isupper() and len(name) > 1 and thing is not None
    return constant or getattr(thing, "__module__", "").startswith(WORKERS)


def used_in(function, module):
    """Find the names that a function uses, of its own module or of other workers."""
    tree = ast.parse(inspect.getsource(function))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return {name for name in names - {function.__name__} if is_ours(name, module)}


@pytest.mark.parametrize("number", range(len(LESSONS)), ids=[path.stem for path in LESSONS])
def test_what_a_lesson_uses_of_ours_has_been_shown(number):
    before = [cell for path in LESSONS[: number + 1] for cell in teaching(path)]
    known = set(shown(before)) | explained(before)
    missing = set()
    for module_name, name in set(called(teaching(LESSONS[number]))):
        if not (ROOT / "helpers/workers" / f"{module_name}.py").exists():
            continue
        module = importlib.import_module(f"{WORKERS}.{module_name}")
        if is_ours(name, module):  # or it is a variable of the lesson that is called like a module
            thing = getattr(module, name)
            inner = used_in(thing, module) if inspect.isfunction(thing) else []
            missing |= {f"{module_name}.{each}" for each in [name, *inner] if each not in known}
    assert missing == set()
