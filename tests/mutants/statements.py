"""Mistakes in statements: each operator gives what may stand in the place of a whole block.

It is told whose block it is, and says in a few words what it has changed.
"""

import ast

from tests.mutants.expressions import name_of

SIMPLE = (
    *(ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete),
    *(ast.Return, ast.Raise, ast.Assert, ast.Break, ast.Continue),
)
NEVER = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal)
STAND_INS = ["Here", "InThread", "InTurn", "OneForAll", "CutOff"]
BAD_ENDS = ["Raises", "Exits"]  # a class with a run of its own would not notice
ITEMS = {"clear", "pop"}  # methods that take items out of an input


def first_line(statement):
    """Return the first line of a statement, and the next one if that belongs to it."""
    text = statement if isinstance(statement, str) else ast.unparse(statement)
    lines = [line.strip() for line in text.splitlines()]
    return " ".join(lines[:2]) if lines[0].endswith(":") else lines[0]


def left_out(owner, block):
    for n, each in enumerate(block):
        if isinstance(each, SIMPLE):
            yield f"without {first_line(each)}", block[:n] + block[n + 1 :] or [ast.Pass()]


def without_with(owner, block):
    for n, each in enumerate(block):
        if isinstance(each, ast.With):
            named = [item for item in each.items if item.optional_vars]
            kept = [ast.Assign([item.optional_vars], item.context_expr, lineno=0) for item in named]
            yield f"no {first_line(each)}", block[:n] + kept + each.body + block[n + 1 :]


def without_try(owner, block):
    for n, each in enumerate(block):
        if not isinstance(each, ast.Try):
            continue
        before, after = block[:n], block[n + 1 :]
        if each.finalbody:
            bare = [ast.Try(each.body, each.handlers, each.orelse, [])] if each.handlers else []
            yield "no finally", before + (bare or each.body) + each.finalbody + after
        if each.handlers:
            yield "no except", before + each.body + each.orelse + each.finalbody + after


def swapped(owner, block):
    for n, (one, two) in enumerate(zip(block, block[1:], strict=False)):
        if not isinstance(one, NEVER) and not isinstance(two, NEVER) and _order_matters(one, two):
            words = f"{first_line(two)} before {first_line(one)}"
            yield words, block[:n] + [two, one] + block[n + 2 :]


def _order_matters(one, two):
    """Say whether two statements may be swapped to some effect, and not only to a NameError."""
    if isinstance(one, ast.Return) or isinstance(two, ast.Return | ast.Break | ast.Continue):
        return False
    if isinstance(one, ast.Expr) and isinstance(two, ast.Expr):
        return name_of(one.value) != name_of(two.value)
    (made, used), (made_next, used_next) = _names(one), _names(two)
    if isinstance(one, ast.Assign) and made & used_next:
        return False
    assigned = isinstance(one, ast.Assign) and isinstance(two, ast.Assign)
    return not assigned or bool(made & made_next or used & made_next)


def _names(node):
    """Return the names that are assigned in a statement, and those that are used."""
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
    made = {each.id for each in names if isinstance(each.ctx, ast.Store)}
    return made, {each.id for each in names} - made


def ended_badly(owner, block):
    """Let the run method of a process end badly; for targets there are stand-ins."""
    goes_on = not isinstance(block[-1], ast.Return) and "exit(" not in ast.unparse(block[-1])
    if isinstance(owner, ast.FunctionDef) and owner.name == "run" and goes_on:
        for words in ["sys.exit(1)", "raise RuntimeError"]:
            yield f"{words} at the end", block + ast.parse(words).body


def input_changed(owner, block):
    if not isinstance(owner, ast.FunctionDef) or getattr(owner, "child", True):
        return
    for name in (arg.arg for arg in owner.args.args if _gone_through(arg.arg, owner)):
        for method in sorted(ITEMS):
            change = ast.parse(f"{name}.{method}()").body
            end = isinstance(block[-1], ast.Return) and block[-1].value
            kept = [ast.Assign([ast.Name("result")], end, lineno=0)] if end else []
            after = [ast.Return(ast.Name("result"))] if end else []
            yield (
                f"{name}.{method}() at the end",
                block[: -1 if end else None] + kept + change + after,
            )


def _gone_through(name, function):
    """Say whether a function goes through an input, as one does with a list or a dictionary."""
    for node in ast.walk(function):
        parts = [getattr(node, "iter", None)]
        if name_of(node) in {"sorted", "len", "zip", "enumerate", "min", "max", "sum", "median"}:
            parts += node.args
        if any(isinstance(part, ast.Name) and part.id == name for part in parts):
            return True
    return False


class _StandIn(ast.NodeTransformer):
    def __init__(self, name):
        self.new = ast.parse(f"stand_ins.{name}", mode="eval").body

    def visit_Name(self, node):  # noqa: N802 - the name that ast asks for
        return self.new if node.id == "Process" else node

    def visit_Attribute(self, node):  # noqa: N802
        return self.new if node.attr == "Process" else self.generic_visit(node)


def other_worker(owner, block):
    """Use in place of every process one that does its work in another way."""
    text = ast.unparse(block) if isinstance(owner, ast.Module) else ""
    made = "Process(" in text
    kinds = STAND_INS if made or "(Process" in text else []
    for name in kinds + BAD_ENDS if made else kinds:
        body = [_StandIn(name).visit(each) for each in ast.parse(text).body]
        yield f"{name} for Process", ast.parse("from tests.mutants import stand_ins").body + body


def forced_fork(owner, block):
    if isinstance(owner, ast.Module) and "Process" in ast.unparse(block):
        line = "multiprocessing.set_start_method('fork', force=True)"
        yield "fork is forced", block[:1] + ast.parse(line).body + block[1:]


OPERATORS = [
    left_out,
    without_with,
    without_try,
    swapped,
    ended_badly,
    input_changed,
    other_worker,
    forced_fork,
]
