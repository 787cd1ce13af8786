"""What the backend writes into the history of an order, read from its source: {} is a gap."""

from __future__ import annotations

import ast
import re
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from haat.orders.services.progress import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Names = Mapping[str, list[ast.expr]]

HAAT = Path(__file__).resolve().parents[2] / "backend" / "haat"
WRITING = ("orders", "returns", "disputes", "checkout", "fulfilment")
PLACE_OF_WORDS = {"note": 2, "move": 3, "entry": None, "place_order": None, "create_order": None}
GAP = "{}"


def written() -> set[str]:
    found = {said for _, _, said in STEPS.values()} | {f"Shipped: {GAP}"}
    for file in (file for app in WRITING for file in (HAAT / app / "services").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = _names(tree)
        for words in _words(tree):
            found |= {form.replace(f"{GAP} {GAP}", GAP) for form in _forms(words, names)}
    return {form for form in found if re.search("[A-Za-z]", form)}


def _words(tree: ast.Module) -> Iterator[ast.expr]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name in PLACE_OF_WORDS:
            place = PLACE_OF_WORDS[name]
            yield from (one.value for one in call.keywords if one.arg in {"text", "placed"})
            yield from call.args[place : place + 1] if place else ()


def _names(tree: ast.Module) -> Names:
    """What each name of the file may stand for: what it is given, and what the function of that name returns."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found.setdefault(name, []).append(value)
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                for one, value in zip(names, values, strict=True):
                    found.setdefault(getattr(one, "id", ""), []).append(value)
            case ast.FunctionDef(name=name):
                returns = [one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value]
                found.setdefault(name, []).extend(returns)
    return found


def _forms(node: ast.expr, names: Names) -> set[str]:
    match node:
        case ast.Constant(value=str(text)):
            return {re.sub(r"\{\w+\}", GAP, text)}
        case ast.JoinedStr(values=parts):
            return {"".join(one) for one in product(*(_forms(part, names) for part in parts))}
    rest = {name: values for name, values in names.items() if name != getattr(node, "id", "")}  # it may name itself
    return {form for one in _choices(node, names) for form in _forms(one, rest)} or {GAP}


def _choices(node: ast.expr, names: Names) -> list[ast.expr]:
    match node:
        case ast.IfExp(body=one, orelse=other):
            return [one, other]
        case ast.Dict(values=values):
            return values
        case ast.Name(id=name):
            return names.get(name, [])
        case ast.FormattedValue(value=inner) | ast.Subscript(value=inner):
            return [inner]
        case ast.Call(func=ast.Attribute(value=inner, attr="format" | "strip")) | ast.Call(func=ast.Name() as inner):
            return [inner]
    return []
