import ast
import itertools
import json
from pathlib import Path

import pytest

from helpers.pictures.looks import (
    BEING_THERE,
    FAMILIES,
    HOLDING,
    WAITING,
    WORK,
    contrast,
    ink,
    looks,
)

ROOT = Path(__file__).parents[2]
KNOWN = {label for labels in FAMILIES.values() for label in labels}


def sources():
    """Give the code of everything that records spans: modules, solutions, cells of notebooks."""
    for folder in ["helpers", "notebooks/solutions"]:
        for path in (ROOT / folder).rglob("*.py"):
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        for number, cell in enumerate(cells):
            if cell["cell_type"] == "code":
                lines = "".join(cell["source"]).splitlines()
                yield (
                    f"{path.name}, cell {number}",
                    "\n".join(line for line in lines if not line.startswith(("%", "!"))),
                )


TREES = {name: ast.parse(code) for name, code in sources()}


def name_of(function):
    return getattr(function, "attr", getattr(function, "id", None))


def calls(tree, names):
    """Find what is called so, or handed to a process as its target, with its first argument."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = {each.arg: each.value for each in node.keywords}
            if name_of(node.func) in names and node.args:
                yield node.args[0]
            elif name_of(given.get("target")) in names and getattr(given.get("args"), "elts", None):
                yield given["args"].elts[0]


def functions_that_take_a_label():
    """Find the functions that hand their first argument on to `span`, such as `stay`."""
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.args.args:
                first = node.args.args[0].arg
                if any(getattr(label, "id", None) == first for label in calls(node, {"span"})):
                    yield node.name


def labels_of_the_course():
    names = {"span", *functions_that_take_a_label()}
    for where, tree in TREES.items():
        for label in calls(tree, names):
            if isinstance(label, ast.Constant):
                yield label.value, where


def test_every_label_of_the_course_has_its_family():
    found = dict(labels_of_the_course())
    assert {"computing", "waiting for lock", "plain call", "start()", "visiting"} <= set(found)
    assert {label: where for label, where in found.items() if label not in KNOWN} == {}


def test_no_label_is_in_two_families():
    assert len(KNOWN) == sum(map(len, FAMILIES.values()))


@pytest.mark.parametrize("look", [*WORK, WAITING, HOLDING, BEING_THERE])
def test_what_is_written_on_a_bar_can_be_read(look):
    assert contrast(ink(look.fill), look.fill) >= 4.5
    assert contrast(look.edge, "white") >= 3  # so that a light bar ends somewhere


def test_contrast_is_that_of_the_guidelines():
    assert contrast("white", "black") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("work", WORK)
def test_families_differ_in_lightness(work):
    assert contrast(work.fill, WAITING.fill) >= 3.8
    assert contrast(work.fill, HOLDING.fill) >= 2.3
    assert contrast(WAITING.fill, HOLDING.fill) >= 9.9
    assert [look.hatch != "" for look in (work, WAITING, HOLDING)] == [False, True, False]


def test_the_only_kind_of_work_is_blue_and_more_follow_the_table():
    blue, plum, ochre, slate = WORK
    assert looks(["printing", "waiting for lock"])["printing"] == blue
    several = looks(["getting ready", "running", "computing", "start()"])
    assert list(several.values()) == [blue, plum, ochre, slate]
    assert list(several) == ["computing", "running", "getting ready", "start()"]


def test_kinds_of_waiting_look_alike_and_unknown_labels_are_work():
    found = looks(["waiting for lock", "polling", "dancing", "eating"])
    assert found["waiting for lock"] == found["polling"] == WAITING
    assert [found["eating"], found["dancing"]] == WORK[:2]


def test_every_kind_of_work_has_a_look_however_many_there_are():
    labels = [f"work {n}" for n in range(9)]
    assert list(looks(labels).values()) == list(itertools.islice(itertools.cycle(WORK), 9))
