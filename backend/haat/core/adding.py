"""Writing new rows by a statement that is put together once and planned once a connection.

For the tables that every order writes: there, making the same SQL again costs more than running it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import AutoField
from django.db.models.expressions import DatabaseDefault

from haat.core.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db import models

New = TypeVar("New", bound="models.Model")

ROWS_MAX = 200  # in one statement, which takes 65,535 values at most


def add(row: New) -> New:
    """Insert one new row. A key that the database gives is not read back."""
    add_all([row])
    return row


def add_all(rows: Iterable[New], *, unless_there: bool = False) -> list[New]:
    """Insert new rows of one model in one statement, or with `unless_there` those that break no unique rule.

    What its columns are given is as with `Model.save`; no signals are sent. Raises IntegrityError.
    """
    made = list(rows)
    for first in range(0, len(made), ROWS_MAX):
        _add(made[first : first + ROWS_MAX], unless_there=unless_there)
    return made


def _add(made: Sequence[models.Model], *, unless_there: bool) -> None:
    fields = _fields(type(made[0]))
    values: list[Any] = []
    defaults: list[tuple[int, ...]] = []
    for row in made:
        cells = [field.pre_save(row, add=True) for field in fields]
        left = tuple(place for place, cell in enumerate(cells) if isinstance(cell, DatabaseDefault))
        defaults.append(left)
        values += [
            field.get_db_prep_save(cell, connection)
            for place, (field, cell) in enumerate(zip(fields, cells, strict=True))
            if place not in left
        ]
    with connection.prepared_cursor() as cursor:
        cursor.execute(_insert(type(made[0]), tuple(defaults), unless_there), values)
    for row in made:
        row._state.adding, row._state.db = False, connection.alias


@cache
def _fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.local_concrete_fields if not isinstance(field, AutoField)]


@cache
def _insert(model: type[models.Model], defaults: tuple[tuple[int, ...], ...], unless_there: bool) -> str:  # noqa: FBT001 - the cache takes it by its place
    fields = _fields(model)
    rows = [", ".join("DEFAULT" if place in left else "%s" for place in range(len(fields))) for left in defaults]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    end = " ON CONFLICT DO NOTHING" if unless_there else ""
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({"), (".join(rows)}){end}'  # noqa: S608 - names of models
