"""Keeping what became of rows, and what is needed to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from haat.core.db import connection
from haat.core.sentences import parts_of
from haat.imports.models import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.catalog.services import Fate
    from haat.imports.models import Import

COLUMNS = 'of_id, phase, number, outcome, "column", message, told, trace'


def keep(row: Import, phase: str, fates: Sequence[Fate]) -> None:
    """By COPY: a chunk of rows is one statement."""
    table = connection.ops.quote_name(Result._meta.db_table)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({COLUMNS}) FROM STDIN") as copy:
        for fate in fates:
            is_traced = phase == Result.Phase.RUN and fate.verb in {"create", "change"}
            trace = orjson.dumps(_trace(fate), default=_plain).decode() if is_traced else None
            copy.write_row(
                (row.pk, phase, fate.number, fate.verb, fate.column, fate.message, _told(fate.message), trace)
            )


def _told(message: str) -> str:
    return orjson.dumps(parts_of(message)).decode()


def _trace(fate: Fate) -> dict[str, Any]:
    """Ids of what it touched, what it made, and values before and after."""
    parts = {"product": fate.product, "variant": fate.variant, "offer": fate.offer}
    return {
        "ids": {name: str(thing.pk) for name, thing in parts.items() if thing is not None},
        "made": fate.made, "before": fate.before, "after": fate.after,
    }  # fmt: skip


def _plain(value: Any) -> Any:
    return str(value.pk) if hasattr(value, "pk") else str(value)
