"""Rows of a file into the database, by COPY: after that every step can begin at any row, in any process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from haat.core.db import connection
from haat.core.sentences import kept
from haat.imports import formats
from haat.imports.formats import Layout
from haat.imports.models import Row
from haat.tenancy import private

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.imports.models import Import

KEY_MAX, SKU_MAX = 200, 100


def stage(row: Import) -> int:
    """Read the whole file, in the caller's transaction. Returns its rows. Raises Unreadable; nothing stays then."""
    Row.objects.filter(of=row).delete()
    with private.storage().open(row.file) as stream:
        return _copy(row, stream)


def _copy(row: Import, stream: Any) -> int:
    table = connection.ops.quote_name(Row._meta.db_table)
    count = 0
    with connection.cursor() as cursor:
        statement = f"COPY {table} (of_id, number, line, key, sku, cells, faults) FROM STDIN"
        with cursor.copy(statement) as copy:
            for values in _values(row, stream):
                copy.write_row(values)
                count += 1
    return count


def _values(row: Import, stream: Any) -> Iterator[tuple[object, ...]]:
    places = {name: place for place, name in enumerate(row.columns) if name}
    key_at, sku_at = places.get("handle", -1), places.get("sku", -1)
    for line in formats.lines(stream, Layout(**row.layout)):
        key = line.cells[key_at][:KEY_MAX] if key_at >= 0 else ""
        faults = orjson.dumps({str(place): kept(fault) for place, fault in line.faults.items()})
        yield (
            row.pk, line.number, line.line, key, line.cells[sku_at][:SKU_MAX] if sku_at >= 0 else "",
            orjson.dumps(line.cells).decode(), faults.decode(),
        )  # fmt: skip
