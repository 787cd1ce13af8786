"""Rows of a model by a statement that is put together once and planned once a connection.

For the reads that every request or order makes: there, making the same SQL again costs more than running it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from haat.core.db import connection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db import models

Row = TypeVar("Row", bound="models.Model")


def row(model: type[Row], where: str, *values: Any, joined: str = "") -> Row | None:
    """The first row that `rows` finds."""
    return next(iter(rows(model, where, *values, joined=joined)), None)


def rows(model: type[Row], where: str, *values: Any, joined: str = "") -> list[Row]:
    """Whole rows of a table that `where` calls `one`; it is constant text, and may go on with an order or a lock.

    `joined` names a foreign key that is never null, whose row comes along.
    """
    sql, own, other = _select(model, where, joined)
    with connection.prepared_cursor() as cursor:
        cursor.execute(sql, values)
        found = cursor.fetchall()
    if other is None:
        return [own.make(cells) for cells in found]
    width, key = len(own.names), model._meta.get_field(joined)
    made = [own.make(cells[:width]) for cells in found]
    for one, cells in zip(made, found, strict=True):
        key.set_cached_value(one, other.make(cells[width:]))  # type: ignore[union-attr]  # a foreign key has it
    return made


class _Columns(NamedTuple):
    model: Any
    names: list[str]
    readers: list[tuple[int, Any, Any]]  # of the columns whose values are not as Python has them

    def make(self, values: Sequence[Any]) -> Any:
        cells = list(values)
        for index, read, column in self.readers:
            cells[index] = read(cells[index], column, connection)
        return self.model.from_db("default", self.names, cells)


@cache
def _select(model: type[models.Model], where: str, joined: str) -> tuple[str, _Columns, _Columns | None]:
    own, other, source = _columns(model), None, f'"{model._meta.db_table}" AS one'
    said = [f'one."{field.column}"' for field in model._meta.concrete_fields]
    if joined:
        key: Any = model._meta.get_field(joined)
        other = _columns(key.related_model)
        said += [f'other."{field.column}"' for field in key.related_model._meta.concrete_fields]
        source += f' JOIN "{key.related_model._meta.db_table}" AS other ON other.id = one."{key.column}"'
    return f"SELECT {', '.join(said)} FROM {source} WHERE {where}", own, other  # noqa: S608 - constant text and names of models


def _columns(model: Any) -> _Columns:
    fields = model._meta.concrete_fields
    readers = [
        (index, read, field.cached_col)
        for index, field in enumerate(fields)
        for read in field.get_db_converters(connection)
    ]
    return _Columns(model, [field.attname for field in fields], readers)
