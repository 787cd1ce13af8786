"""The rules of shape. Each takes a file and yields one complaint a fault; nothing here knows the real sources."""

from __future__ import annotations

import ast
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.architecture.sources import Source

FILE_LINES_MAX = 300
FILE_LINES_MEDIAN = 60
FUNCTION_LINES_MAX = 60
MONEY_APPS = {
    "cart", "checkout", "commissions", "ledger", "orders", "payments", "payouts", "pricing", "shipping", "tax",
}  # fmt: skip
DECIMAL_HOME = "backend/haat/core/money.py"
MEASURES_HOME = "backend/haat/core/measures.py"
TENANT_NAMES = {"tenant", "brand", "house", "spare"}


def long_files(source: Source) -> Iterator[str]:
    if source.lines > FILE_LINES_MAX:
        yield f"{source.name} has {source.lines} lines; {FILE_LINES_MAX} is the limit"


def many_long_files(sources: Sequence[Source]) -> Iterator[str]:
    if (middle := median(source.lines for source in sources)) > FILE_LINES_MEDIAN:
        yield f"the median file has {middle} lines; {FILE_LINES_MEDIAN} is the limit"


def long_functions(source: Source) -> Iterator[str]:
    for node in source.nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > FUNCTION_LINES_MAX:
            yield f"{source.name}:{node.lineno} {node.name} has {length} lines; {FUNCTION_LINES_MAX} is the limit"


def queries_in_api(source: Source) -> Iterator[str]:
    """Endpoints get rows through the doors in `queries`, where it is said who may see what."""
    if "haat" not in source.parts or "api" not in source.parts:
        return
    for node in source.nodes(ast.Attribute):
        if node.attr in {"objects", "_default_manager", "_base_manager"}:
            yield f"{source.name}:{node.lineno} asks the database in api/; add a door to queries.py"


def inexact_money(source: Source) -> Iterator[str]:
    """No float near money, and Decimal only where text becomes minor units, or a measure that is no money."""
    if source.parts[:2] != ["backend", "haat"]:
        return
    near_money = source.parts[2] in MONEY_APPS or source.name == DECIMAL_HOME
    for node in source.nodes(ast.expr):
        if (wrong := _inexact(node, near_money=near_money)) and not _is_path_or_timeout(source, node):
            yield f"{source.name}:{node.lineno} uses {wrong}; money is whole minor units (core.money)"
    if source.name not in {DECIMAL_HOME, MEASURES_HOME}:
        for imported in source.nodes(ast.ImportFrom):
            if imported.module == "decimal":
                yield f"{source.name}:{imported.lineno} imports decimal; only core.money may"


def _inexact(node: ast.expr, *, near_money: bool) -> str:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
        return "float()"
    if not near_money:
        return ""
    if isinstance(node, ast.Constant) and isinstance(node.value, float):
        return f"the float {node.value}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "round":
        return "round(), which rounds half to even"
    return "true division" if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) else ""


def _is_path_or_timeout(source: Source, node: ast.expr) -> bool:
    """Seconds to wait are no money, and `folder / "file"` is no division."""
    if isinstance(node, ast.BinOp):
        return any(isinstance(part, ast.JoinedStr | ast.Constant) and not _is_number(part) for part in ast.walk(node))
    return "SECONDS" in source.text.splitlines()[node.lineno - 1]


def _is_number(part: ast.AST) -> bool:
    return isinstance(part, ast.Constant) and isinstance(part.value, int | float)


def whole_reversals(source: Source) -> Iterator[str]:
    """A refund takes back each seller's own part of what came back; the provider's shortcut takes all of everybody's."""
    if source.parts[0] == "backend":
        for number, line in enumerate(source.text.splitlines(), start=1):
            if "reverse_all" in line:
                yield f"{source.name}:{number} asks for reverse_all; reverse transfers one by one"


def tenants_as_context(source: Source) -> Iterator[str]:
    """`with brand:` of django-tenants keeps its way back on the shared object: two threads mix it up."""
    for node in source.nodes(ast.With, ast.AsyncWith):
        for item in node.items:
            name = getattr(item.context_expr, "attr", getattr(item.context_expr, "id", ""))
            if not isinstance(item.context_expr, ast.Call) and name.rpartition("_")[2] in TENANT_NAMES:
                yield f"{source.name}:{node.lineno} enters `with {ast.unparse(item.context_expr)}`; use brand_scope()"


RULES = [long_files, long_functions, queries_in_api, inexact_money, tenants_as_context, whole_reversals]
