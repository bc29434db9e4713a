"""The faults that can be put into a line: one small change each, as somebody in a hurry makes it."""

from __future__ import annotations

import ast
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGES = ("clerk", "store", "exports", "screens")
EQUIVALENT = Path(__file__).with_name("equivalent.toml")


class Fault(NamedTuple):
    """A change of one place: its line and the text of that, the offsets in the source (of `str`), what stands there and
    what comes in its place."""

    line: int
    start: int
    end: int
    was: str
    now: str
    text: str

    def put_into(self, source: str) -> str:
        """The source with the fault."""
        return source[: self.start] + self.now + source[self.end :]

    @property
    def said(self) -> str:
        """Before and after, in one line."""
        return f"{_flat(self.was)}  →  {_flat(self.now)}"


def _flat(text: str) -> str:
    return " ".join(text.split())


OTHER: dict[type[ast.AST], ast.cmpop | ast.boolop | ast.operator] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
    ast.And: ast.Or(),
    ast.Or: ast.And(),
    ast.Add: ast.Sub(),
    ast.Sub: ast.Add(),
}


def faults(source: str) -> list[Fault]:
    """Every fault that a file can be given."""
    starts = [0]
    for text in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(text))
    lines = source.splitlines()

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    found = []
    for node, new in _changes(ast.parse(source)):
        start, end = offset(node.lineno, node.col_offset), offset(node.end_lineno or 0, node.end_col_offset or 0)
        now = f"({ast.unparse(new)})" if isinstance(new, ast.expr) else ast.unparse(new)
        if isinstance(new, ast.Constant) and not str(new.value).startswith("-"):
            now = ast.unparse(new)
        found.append(Fault(node.lineno, start, end, source[start:end], now, lines[node.lineno - 1].strip()))
    return found


Place = ast.expr | ast.stmt


def _changes(tree: ast.AST) -> Iterator[tuple[Place, Place]]:
    """Each place, and what is put there."""
    for node in ast.iter_child_nodes(tree):
        if _leave(tree, node):
            continue
        if isinstance(node, ast.expr | ast.stmt):
            yield from _instead(node)
        yield from _changes(node)


def _leave(parent: ast.AST, node: ast.AST) -> bool:
    """What means nothing where the program runs: types, how a class is made (`frozen=True`); and text with places in
    it, whose parts do not say truly where they stand."""
    if isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
        return True
    types = [getattr(parent, name, None) for name in ("annotation", "returns")]
    return any(node is one for one in types) or (
        isinstance(parent, ast.ClassDef) and node in (*parent.bases, *parent.keywords)
    )


def _instead(node: Place) -> Iterator[tuple[Place, Place]]:
    for new in _other(node):
        yield node, new
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield node.test, ast.UnaryOp(ast.Not(), node.test)


def _other(node: Place) -> Iterator[Place]:
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            ops = [*node.ops[:place], OTHER[type(op)], *node.ops[place + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)  # type: ignore[arg-type]
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(OTHER[type(node.op)], node.values)  # type: ignore[arg-type]
    elif isinstance(node, ast.BinOp) and type(node.op) in OTHER and not isinstance(node.left, ast.Constant):
        yield ast.BinOp(node.left, OTHER[type(node.op)], node.right)  # type: ignore[arg-type]
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)
    elif isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        yield from _without_a_condition(node)
    elif _can_be_dropped(node):
        yield ast.Pass()


def _without_a_condition(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Iterator[Place]:
    for number, loop in enumerate(node.generators):
        for condition in loop.ifs:
            rest = [other for other in loop.ifs if other is not condition]
            fewer = ast.comprehension(loop.target, loop.iter, rest, loop.is_async)
            generators = [*node.generators[:number], fewer, *node.generators[number + 1 :]]
            fields = {name: getattr(node, name) for name in node._fields if name != "generators"}
            yield type(node)(**fields, generators=generators)


def _can_be_dropped(node: Place) -> bool:
    """A statement that does something, and without which the file still loads."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call | ast.Await | ast.Yield | ast.YieldFrom)
    return isinstance(node, ast.AugAssign | ast.Raise | ast.Continue | ast.Break | ast.Delete)


class Chosen(NamedTuple):
    """A fault, and where."""

    file: str
    fault: Fault

    def __str__(self) -> str:
        return f"{self.file}:{self.fault.line}  {self.fault.said}"


def chosen(under: list[str], dice: random.Random) -> Iterator[Chosen]:
    """Faults in random order, no two in a line, without those that are known to change nothing."""
    known = {(one["file"], one["line"], one["fault"]) for one in equivalent()}
    by_line: dict[tuple[str, int], list[Fault]] = {}
    for file in sorted(str(path.relative_to(ROOT)) for name in PACKAGES for path in (ROOT / name).rglob("*.py")):
        if file.startswith(tuple(under)):
            for fault in faults((ROOT / file).read_text(encoding="utf-8")):
                if (file, fault.text, fault.said) not in known:
                    by_line.setdefault((file, fault.line), []).append(fault)
    lines = sorted(by_line)
    dice.shuffle(lines)
    for file, line in lines:
        yield Chosen(file, dice.choice(by_line[file, line]))


def equivalent() -> list[dict[str, str]]:
    """The faults that are known to change nothing: `file`, the text of the `line`, the `fault` and `why`."""
    known: list[dict[str, str]] = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8")).get("fault", [])
    return known
