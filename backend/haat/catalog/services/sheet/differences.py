"""What of a row is different from a thing that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


class Refusal(Exception):
    """Why a row cannot be taken, and the column that its writer should look at."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column, self.why = column, why


def told(thing: Any, wanted: dict[str, Any]) -> dict[str, Any]:
    """The values that are not so yet."""
    return {name: value for name, value in wanted.items() if _plain(getattr(thing, name)) != _plain(value)}


def laid_over(there: Sequence[dict[str, str]], new: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Pairs of name and value: one of the same name is replaced, another comes behind."""
    found = {pair["name"].casefold(): pair for pair in there}
    found |= {pair["name"].casefold(): pair for pair in new}
    return list(found.values())


def _plain(value: Any) -> Any:
    if hasattr(value, "pk"):
        return value.pk
    return list(value) if isinstance(value, tuple) else value
