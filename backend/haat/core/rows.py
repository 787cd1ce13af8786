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


def row(model: type[Row], where: str, *values: Any, joined: Sequence[str] = (), only: Sequence[str] = ()) -> Row | None:
    """The first row that `rows` finds."""
    return next(iter(rows(model, where, *values, joined=joined, only=only)), None)


def rows(model: type[Row], where: str, *values: Any, joined: Sequence[str] = (), only: Sequence[str] = ()) -> list[Row]:
    """Rows of a table that `where` calls `one`; it is constant text, and may go on with an order or a lock.

    `joined` names foreign keys that are never null, whose rows come along; one of a joined row is written
    `variant__product`, after `variant`. `only` names the columns to read, of all tables, as `QuerySet.only` does.
    """
    sql, tables = _select(model, where, tuple(joined), tuple(only))
    with connection.prepared_cursor() as cursor:
        cursor.execute(sql, values)
        found = cursor.fetchall()
    return [_made(tables, cells) for cells in found]


def _made(tables: Sequence[_Table], cells: Sequence[Any]) -> Any:
    made: dict[str, Any] = {}
    for table in tables:
        one = made[table.path] = table.make(cells)
        if table.key is not None:
            table.key.set_cached_value(made[table.parent], one)
    return made[""]


class _Table(NamedTuple):
    path: str
    parent: str
    key: Any  # the foreign key that leads here
    alias: str
    model: Any
    names: list[str]
    start: int  # the place of its first cell
    readers: list[tuple[int, Any, Any]]  # of the columns whose values are not as Python has them

    def make(self, row: Sequence[Any]) -> Any:
        cells = list(row[self.start : self.start + len(self.names)])
        for index, read, column in self.readers:
            cells[index] = read(cells[index], column, connection)
        return self.model.from_db("default", self.names, cells)


@cache
def _select(
    model: type[models.Model], where: str, joined: tuple[str, ...], only: tuple[str, ...]
) -> tuple[str, list[_Table]]:
    tables: dict[str, _Table] = {}
    said: list[str] = []
    source = f'"{model._meta.db_table}" AS one'
    for number, path in enumerate(["", *joined]):
        parent, _, name = path.rpartition("__")
        key: Any = tables[parent].model._meta.get_field(name) if path else None
        alias, here = (f"joined_{number}", key.related_model) if path else ("one", model)
        if path:
            source += f' JOIN "{here._meta.db_table}" AS {alias} ON {alias}.id = {tables[parent].alias}."{key.column}"'
        fields = _fields(here, path, joined, only)
        tables[path] = _Table(
            path, parent, key, alias, here, [field.attname for field in fields], len(said), _readers(fields)
        )
        said += [f'{alias}."{field.column}"' for field in fields]
    return f"SELECT {', '.join(said)} FROM {source} WHERE {where}", list(tables.values())  # noqa: S608 - constant text and names of models


def _fields(model: Any, path: str, joined: tuple[str, ...], only: tuple[str, ...]) -> list[Any]:
    """All columns, or those that were named with the keys that hold the rows together."""
    fields: list[Any] = list(model._meta.concrete_fields)
    if not only:
        return fields
    before, wanted = f"{path}__" if path else "", {*only, *joined}
    return [field for field in fields if field.primary_key or f"{before}{field.name}" in wanted]


def _readers(fields: Sequence[Any]) -> list[tuple[int, Any, Any]]:
    return [
        (index, read, field.cached_col)
        for index, field in enumerate(fields)
        for read in field.get_db_converters(connection)
    ]
