"""Changing keys: whatever was encrypted with another key than the current one is encrypted anew, in small batches.

A column that was plain before it became encrypted is encrypted on the way. It may be stopped at any time and begun again, since a value says which key it has. The app goes on meanwhile: it
reads with every key it knows and writes with the current one.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.db import transaction
from psycopg import sql

from haat.core import crypto, idempotency, jobs
from haat.core.crypto import SEALED, EncryptedTextField
from haat.core.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import Model

BATCH = 500
UPDATE_TEXT = "UPDATE {table} SET {name} = %s WHERE {key} = %s"
UPDATE_JSON = "UPDATE {table} SET {name} = jsonb_set({name}, '{{sealed}}', to_jsonb(%s::text)) WHERE {key} = %s"


class Column(NamedTuple):
    """Where encrypted values are: a text column, or the sealed part of a JSON one."""

    table: str
    key: str
    name: str
    purpose: str
    in_json: bool = False

    @property
    def label(self) -> str:
        return f"{self.table}.{self.name}"

    @property
    def value(self) -> sql.Composable:
        column = sql.Identifier(self.name)
        return sql.SQL("({} ->> {})").format(column, sql.Literal(SEALED)) if self.in_json else column


def columns(app_names: Iterable[str]) -> Iterator[Column]:
    """Every encrypted column of these apps."""
    for model in _models(app_names):
        meta = model._meta
        key = str(meta.pk.column or "id") if meta.pk else "id"
        for field in meta.local_concrete_fields:
            if isinstance(field, EncryptedTextField):
                yield Column(meta.db_table, key, str(field.column), f"{meta.label_lower}.{field.attname}")
        if meta.label == "core.Job":
            yield Column(meta.db_table, key, "payload", jobs.PURPOSE, in_json=True)
        if meta.label == "core.IdempotencyKey":
            yield Column(meta.db_table, key, "answer", idempotency.PURPOSE, in_json=True)


def count(app_names: Iterable[str]) -> Counter[str]:
    """How many values of the active schema each key holds."""
    found: Counter[str] = Counter()
    for column in columns(app_names):
        for key_id, number in _run(
            "SELECT split_part({value}, '.', 1), count(*) FROM {table} WHERE {value} <> '' GROUP BY 1", column
        ):
            found[key_id] += number
    return found


def reencrypt(app_names: Iterable[str]) -> int:
    """Bring every value of the active schema under the current key; returns how many were changed."""
    return sum(_column(column) for column in columns(app_names))


def reindex(app_names: Iterable[str]) -> int:
    """Compute every blind index of the active schema anew; returns how many rows were changed."""
    known = {model._meta.label for model in _models(app_names)}
    return sum(_index(index) for index in crypto.indexes if index.model in known)


def _column(column: Column) -> int:
    changed = 0
    current = next(iter(settings.HAAT_DATA_KEYS))
    while rows := _batch(column, current):
        changed += rows
    return changed


def _batch(column: Column, current: str) -> int:
    change = UPDATE_JSON if column.in_json else UPDATE_TEXT
    with transaction.atomic():
        rows = _run(
            "SELECT {key}, {value} FROM {table} WHERE {value} <> '' AND split_part({value}, '.', 1) <> %s LIMIT %s FOR UPDATE",
            column, [current, BATCH],
        )  # fmt: skip
        for key, sealed in rows:
            plain = crypto.decrypt(sealed, purpose=column.purpose) if crypto.is_sealed(sealed) else sealed
            _run(change, column, [crypto.encrypt(plain, purpose=column.purpose), key])
    return len(rows)


def _index(index: crypto.BlindIndex) -> int:
    model: Any = apps.get_model(index.model)
    changed, last = 0, None
    while True:
        rows = model.objects.order_by("pk") if last is None else model.objects.filter(pk__gt=last).order_by("pk")
        batch = list(rows[:BATCH])
        if not batch:
            return changed
        last = batch[-1].pk
        for row in batch:
            value = index.of(row)
            changed += model.objects.filter(pk=row.pk).exclude(**{index.column: value}).update(**{index.column: value})


def _models(app_names: Iterable[str]) -> Iterator[type[Model]]:
    names = set(app_names)
    for config in apps.get_app_configs():
        if config.name in names:
            yield from config.get_models()


def _run(statement: str, column: Column, values: list[Any] | None = None) -> list[Any]:
    parts = {
        "table": sql.Identifier(column.table), "key": sql.Identifier(column.key),
        "name": sql.Identifier(column.name), "value": column.value,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(**parts), values)
        return list(cursor.fetchall()) if cursor.description else []
