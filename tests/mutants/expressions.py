"""Mistakes in expressions: each operator gives what may stand in the place of an expression.

It is told whose part the expression is, and which one, such as the ``iter`` of a loop.
"""

import ast

COMPARISONS = {
    ast.Eq: [ast.GtE, ast.LtE, ast.NotEq],
    ast.NotEq: [ast.Eq, ast.Gt, ast.Lt],
    ast.Lt: [ast.LtE, ast.GtE],
    ast.LtE: [ast.Lt, ast.Gt],
    ast.Gt: [ast.GtE, ast.LtE],
    ast.GtE: [ast.Gt, ast.Eq, ast.Lt],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
    ast.In: [ast.NotIn],  # codespell:ignore
    ast.NotIn: [ast.In],  # codespell:ignore
}
ALL_OF_IT = {"sum", "sorted", "min", "max", "median", "dict", "set", "list", "all", "any"}
WAITS = {"join", "wait", "wait_for", "acquire", "poll", "get"}
UNSEEN = {"encoding", "strict"}  # arguments of which no exercise speaks
METHODS = {"get_context", "set_start_method"}


def name_of(node):
    """Return the last name of what is called, such as ``join`` of ``crew[0].join()``."""
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "attr", getattr(function, "id", ""))


def parsed(text):
    """Return the expression in a text."""
    return ast.parse(text, mode="eval").body


def compared(owner, field, node):
    guard = "__name__" in ast.unparse(node)  # left out it is as well, as a condition
    for n, old in enumerate(node.ops if isinstance(node, ast.Compare) and not guard else []):
        for new in COMPARISONS[type(old)]:
            yield ast.Compare(
                node.left, [*node.ops[:n], new(), *node.ops[n + 1 :]], node.comparators
            )


def other_constant(owner, field, node):
    seen = getattr(owner, "arg", "") not in UNSEEN and not isinstance(owner, ast.JoinedStr)
    value = node.value if seen and isinstance(node, ast.Constant) else None
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        patience = getattr(owner, "arg", "") == "timeout" or waits(owner)
        others = [0] if patience or name_of(owner) == "sleep" else [value + 1, value - 1, 0, -value]
        yield from (ast.Constant(other) for other in dict.fromkeys(others) if other != value)
    elif isinstance(value, str):
        yield ast.Constant("other")


def other_logic(owner, field, node):
    if isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    if field == "ifs" or field == "test" and isinstance(owner, ast.If | ast.IfExp):
        yield from (ast.Constant(True), ast.Constant(False))


def in_part(owner, field, node):
    whole = field == "args" and name_of(owner) in ALL_OF_IT and len(owner.args) == 1
    if (field == "iter" or whole) and not isinstance(node, ast.Constant):
        items = node.elt if isinstance(node, ast.Starred) else node
        for part in ["[1:]", "[:-1]", "[:1]"]:
            yield parsed(f"list({ast.unparse(items)}){part}")


def only_one(owner, field, node):
    if name_of(node) in {"len", "range"}:
        yield parsed("1" if name_of(node) == "len" else "range(1)")


def reversed_result(owner, field, node):
    sequence = isinstance(node, ast.Name | ast.List | ast.ListComp | ast.Tuple | ast.Subscript)
    if isinstance(owner, ast.Return) and (sequence or name_of(node) in {"list", "sorted"}):
        yield parsed(f"({ast.unparse(node)})[::-1]")


def waits(node):
    """Say whether this call waits for something, and is no ``", ".join()`` or ``{}.get(key)``."""
    if not isinstance(node, ast.Call) or name_of(node) not in WAITS:
        return False
    if any(each.arg == "timeout" for each in node.keywords):
        return True
    if name_of(node) in {"get", "acquire"}:
        return not node.args
    owner = getattr(node.func, "value", None)
    return not isinstance(owner, ast.Constant | ast.JoinedStr)


def impatient(node, seconds):
    """Return the same call with another time-out, or with none if it is None."""
    timeout = [] if seconds is None else [ast.keyword("timeout", ast.Constant(seconds))]
    others = [each for each in node.keywords if each.arg != "timeout"]
    args = node.args if isinstance(node.func, ast.Name) else []  # wait(sentinels, timeout)
    return ast.Call(node.func, args[:1], others + timeout)


def time_out_ignored(owner, field, node):
    if waits(node):
        given = [each.value for each in node.keywords if each.arg == "timeout"]
        given += node.args if isinstance(node.func, ast.Attribute) else node.args[1:]
        if given and not isinstance(given[0], ast.Constant) and name_of(node) != "wait_for":
            yield from (impatient(node, None), impatient(node, 60))


def slept(owner, field, node):
    if waits(node) and name_of(node) != "wait_for":
        for seconds in [0.2, 1.5]:
            sleep = f"time.sleep({seconds})"
            look = ast.unparse(impatient(node, 0))
            yield parsed(sleep if isinstance(owner, ast.Expr) else f"({sleep}, {look})[1]")


def other_process(owner, field, node):
    if not name_of(node).endswith("Process"):
        return
    given = {each.arg: each for each in node.keywords}
    if "daemon" not in given:
        daemon = ast.keyword("daemon", ast.Constant(True))
        yield ast.Call(node.func, node.args, [*node.keywords, daemon])
    if {"target", "args"} <= given.keys():
        target, args = given.pop("target").value, given.pop("args").value
        called = parsed(f"{ast.unparse(target)}(*{ast.unparse(args)})")
        yield ast.Call(node.func, node.args, [ast.keyword("target", called), *given.values()])


def fork(owner, field, node):
    if name_of(node) in METHODS and ast.unparse(node.args[:1]) != "'fork'":
        yield ast.Call(node.func, [ast.Constant("fork")], node.keywords)


OPERATORS = [
    compared,
    other_constant,
    other_logic,
    in_part,
    only_one,
    reversed_result,
    time_out_ignored,
    slept,
    other_process,
    fork,
]
