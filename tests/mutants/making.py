"""Make the mutants of an answer: programs with one change each."""

import ast
from typing import NamedTuple

from helpers.exercises import PROGRAMS
from tests.exercises.trials import answers, skeleton, solution
from tests.mutants import expressions, statements

PRELUDE = "import multiprocessing, os, sys, time"  # what a change may need; every answer gets it
BLOCKS = {"body", "orelse", "finalbody"}
UNTOUCHED = {"annotation", "returns", "decorator_list"}


class Mutant(NamedTuple):
    """A right answer with one change, or without one, to see that it is still called right."""

    exercise: str
    words: str  # whose answer it is, where the change is, and what it is
    text: str
    before: str

    @property
    def changed(self) -> bool:
        """Whether there is a change."""
        return self.text != self.before

    @property
    def method(self) -> str | None:
        """How its processes are started: fork is no mistake where it is used anyway."""
        return "spawn" if self.text.count("'fork'") > self.before.count("'fork'") else None


def mutants(exercise: str) -> list[Mutant]:
    """Make all mutants of the right answers to an exercise, the unchanged answers first."""
    right = {path.stem: path.read_text(encoding="utf-8") for path in answers(exercise)}
    right = {stem: text for stem, text in right.items() if stem.startswith("right")}
    right = {"solution": solution(exercise)} | right
    given = prepared(skeleton(exercise), exercise in PROGRAMS)
    trees = {stem: prepared(text, exercise in PROGRAMS, given) for stem, text in right.items()}
    made = [Mutant(exercise, stem, text := ast.unparse(trees[stem]), text) for stem in trees]
    known = {each.text for each in made} | {ast.unparse(given)}
    for stem, tree in trees.items():
        before = ast.unparse(tree)
        for words, text in changes(tree):
            if text not in known and _compiles(text):
                made.append(Mutant(exercise, f"{stem}{words}", text, before))
            known.add(text)
    return _told_apart(made)


def prepared(text: str, program: bool, given: ast.Module | None = None) -> ast.Module:
    """Parse an answer without what no judge runs: docstrings, and what is under the guard.

    A function that was given, and is as it was, is nobody's answer, and is left alone.
    """
    tree = ast.parse(text)
    for node in ast.walk(tree):
        documented = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if documented and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    if not program:
        tree.body = [node for node in tree.body if not ast.unparse(node).startswith("if __name__")]
    tree.body = ast.parse(PRELUDE).body + tree.body
    _mark_functions(tree, given)
    return tree


def _mark_functions(tree: ast.Module, given: ast.Module | None) -> None:
    """Note for each function whether it was given, and whether it may run in a child.

    There inputs are copies.
    """
    same = {ast.unparse(node) for node in ast.walk(given or ast.Module([], []))}
    calls = [node for node in ast.walk(tree) if expressions.name_of(node).endswith("Process")]
    handed = {each.value for call in calls for each in call.keywords if each.arg == "target"}
    handed |= {arg for call in calls for arg in call.args}
    names = {ast.unparse(each) for each in handed} | {"run"}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.child, node.given = node.name in names, ast.unparse(node) in same


def changes(tree: ast.Module):
    """Make each change to a program in turn, and yield what it is, and the program's text."""
    before = ast.unparse(tree).splitlines()
    for node, where in _nodes(tree, ""):
        for field, old in ast.iter_fields(node):
            for words, new in _variants(node, field, old):
                setattr(node, field, new)
                text = ast.unparse(tree)
                setattr(node, field, old)
                words = words or _changed_line(before, text.splitlines())
                yield f" {where}: {words}".replace(" :", ":"), text


def _nodes(node: ast.AST, where: str):
    """Yield each node, with the name of the function that it is in."""
    yield node, where
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            touched = field not in UNTOUCHED and not getattr(child, "given", False)
            if isinstance(child, ast.AST) and touched:
                named = isinstance(child, ast.FunctionDef | ast.ClassDef)
                yield from _nodes(child, f"{where}.{child.name}".strip(".") if named else where)


def _variants(owner: ast.AST, field: str, old: object):
    """Yield what may be in a field of a node instead; and in words what it is, if it is a block."""
    if field in BLOCKS and isinstance(old, list):
        for operator in statements.OPERATORS:
            yield from operator(owner, old) if old else ()
    elif isinstance(old, list):
        for n, each in enumerate(old):
            for new in _instead(owner, field, each):
                yield "", old[:n] + [new] + old[n + 1 :]
    else:
        for new in _instead(owner, field, old):
            whole = isinstance(owner, ast.Expr)
            yield f"{ast.unparse(new)} for {ast.unparse(old)}" if whole else "", new


def _instead(owner: ast.AST, field: str, node: object):
    if isinstance(node, ast.expr) and field not in UNTOUCHED:
        for operator in expressions.OPERATORS:
            yield from operator(owner, field, node)


def _changed_line(before: list[str], after: list[str]) -> str:
    """Return the line that differs, as it is now, and the next one if that belongs to it."""
    n = next(n for n, line in enumerate(before) if after[n] != line)
    return statements.first_line("\n".join(after[n : n + 2]))


def _compiles(text: str) -> bool:
    try:
        compile(text, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _told_apart(made: list[Mutant]) -> list[Mutant]:
    """Give a number to those that would be called the same."""
    seen, apart = {}, []
    for each in made:
        count = seen[each.words] = seen.get(each.words, 0) + 1
        apart.append(each._replace(words=f"{each.words} ({count})") if count > 1 else each)
    return apart
