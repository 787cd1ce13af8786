"""Checking a parsed TOML table against what may stand in it: unknown keys are refused, missing ones named."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from haat.manifests.kinds import Kind

    Report = Callable[[tuple[str | int, ...], str], None]
    Part: TypeAlias = "Value | Table | Rows | Names"


@dataclass(frozen=True, slots=True)
class Value:
    """One key; without a default it must be there."""

    kind: Kind
    default: Any = ...


@dataclass(frozen=True, slots=True)
class Table:
    parts: Mapping[str, Part] = field(default_factory=dict)
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of tables, at least `minimum` of them."""

    row: Table
    minimum: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """A table whose keys are free names, such as the brand names of a file."""

    kind: Kind


def check(part: Part, value: Any, path: tuple[str | int, ...], report: Report) -> Any:
    """The cleaned value; what is wrong is reported and left as None, so that all problems are told at once."""
    if isinstance(part, Value):
        return _value(part, value, path, report)
    if isinstance(part, Rows):
        if not isinstance(value, list) or len(value) < part.minimum:
            report(path, f"There must be at least {part.minimum} of these.")
            return []
        return [check(part.row, row, (*path, number), report) for number, row in enumerate(value)]
    if not isinstance(value, dict):
        report(path, "This must be a table.")
        return {}
    if isinstance(part, Names):
        return {name: _value(Value(part.kind), one, (*path, name), report) for name, one in value.items()}
    return _table(part, value, path, report)


def _value(part: Value, value: Any, path: tuple[str | int, ...], report: Report) -> Any:
    try:
        return part.kind(value)
    except ValueError as wrong:
        report(path, str(wrong))
        return None


def _table(table: Table, value: dict[str, Any], path: tuple[str | int, ...], report: Report) -> dict[str, Any]:
    for name in value:
        if name not in table.parts:
            report((*path, name), f"This key is not known here. Known: {', '.join(sorted(table.parts))}.")
    cleaned = {}
    for name, part in table.parts.items():
        if name in value:
            cleaned[name] = check(part, value[name], (*path, name), report)
        elif isinstance(part, Value) and part.default is not ...:
            cleaned[name] = part.default
        elif isinstance(part, Rows) and part.minimum == 0:
            cleaned[name] = []
        elif isinstance(part, Names):
            cleaned[name] = {}
        elif isinstance(part, Table) and part.is_optional:
            cleaned[name] = _table(part, {}, (*path, name), report)
        else:
            report((*path, name), "This is missing.")
            cleaned[name] = [] if isinstance(part, Rows) else {} if isinstance(part, Table) else None
    return cleaned
