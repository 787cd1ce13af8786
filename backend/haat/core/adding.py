"""Writing new rows by a statement that is put together once and planned once a connection.

For the tables that every order writes: there, making the same SQL again costs more than running it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db import connections, models
from django.db.models import AutoField
from django.db.models.expressions import DatabaseDefault

from haat.core.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

New = TypeVar("New", bound="models.Model")

NOTHING = type(None)
AS_IT_IS: dict[type, frozenset[type]] = {  # what the driver takes of each column without being asked
    models.UUIDField: frozenset({UUID, NOTHING}),
    models.BooleanField: frozenset({bool, NOTHING}),
    models.CharField: frozenset({str, NOTHING}),
    models.TextField: frozenset({str, NOTHING}),
}
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


def add_unless_there(row: New) -> bool:
    """Insert it if that breaks no unique rule; whether it did not. Waits for a twin that is being written."""
    return _add([row], unless_there=True) == 1


def add_together(*groups: Sequence[models.Model]) -> None:
    """Insert rows of several models in one statement, in which keys may point at rows that come along.

    When one of them has too many rows for that, one after the other. Raises IntegrityError.
    """
    if max(len(group) for group in groups) > ROWS_MAX:
        for group in groups:
            add_all(group)
        return
    said, values = list[str](), list[Any]()
    for group in groups:
        own, defaults = _cells(group)
        said.append(_insert(type(group[0]), defaults, False))
        values += own
    *before, last = said
    head = ", ".join(f"added_{number} AS ({insert})" for number, insert in enumerate(before))
    with connection.prepared_cursor() as cursor:
        cursor.execute(f"WITH {head} {last}" if head else last, values)
    for group in groups:
        _mark(group)


def _add(made: Sequence[models.Model], *, unless_there: bool) -> int:
    values, defaults = _cells(made)
    with connection.prepared_cursor() as cursor:
        cursor.execute(_insert(type(made[0]), defaults, unless_there), values)
        written: int = cursor.rowcount
    _mark(made)
    return written


def _cells(made: Sequence[models.Model]) -> tuple[list[Any], tuple[tuple[int, ...], ...]]:
    """Values of all rows, and for each row the places that the database fills."""
    fields, here = _fields(type(made[0])), connections[connection.alias]  # past the proxy, which each use would ask
    values: list[Any] = []
    defaults: list[tuple[int, ...]] = []
    for row in made:
        cells = [field.pre_save(row, add=True) for field in fields]
        left = tuple(place for place, cell in enumerate(cells) if isinstance(cell, DatabaseDefault))
        defaults.append(left)
        values += [
            cell if type(cell) in plain else field.get_db_prep_save(cell, here)
            for place, (field, plain, cell) in enumerate(zip(fields, _plain(type(row)), cells, strict=True))
            if place not in left
        ]
    return values, tuple(defaults)


def _mark(made: Sequence[models.Model]) -> None:
    for row in made:
        row._state.adding, row._state.db = False, connection.alias


@cache
def _fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.local_concrete_fields if not isinstance(field, AutoField)]


@cache
def _plain(model: type[models.Model]) -> list[frozenset[type]]:
    """For each field the types that the driver takes as they are."""
    columns = [field.target_field if field.is_relation else field for field in _fields(model)]
    return [AS_IT_IS.get(type(column), frozenset()) for column in columns]


@cache
def _insert(model: type[models.Model], defaults: tuple[tuple[int, ...], ...], unless_there: bool) -> str:  # noqa: FBT001 - the cache takes it by its place
    fields = _fields(model)
    rows = [", ".join("DEFAULT" if place in left else "%s" for place in range(len(fields))) for left in defaults]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    end = " ON CONFLICT DO NOTHING" if unless_there else ""
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({"), (".join(rows)}){end}'  # noqa: S608 - names of models
