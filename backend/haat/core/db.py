"""The default connection, with what our engine adds to Django's (schema, tenant, principal)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from django.db import connection as django_connection
from django.db import models, transaction

connection: Any = cast("Any", django_connection)


@contextmanager
def joined() -> Iterator[None]:
    """In the caller's transaction, or in one of its own where there is none.

    For verbs that refuse before they write: a caller that goes on after a refusal has nothing to undo.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        yield


@contextmanager
def snapshot() -> Iterator[None]:
    """See the database as it is at one moment, however long the reading takes. Inside a transaction it is that one."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:  # schema and role are set before, not as the first statement inside
        cursor.execute("SELECT 1")
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def run(sql: str, *values: Any) -> int:
    """Change rows by constant text that is planned once a connection; how many there were."""
    with connection.prepared_cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def know(owner: models.Model, name: str, rows: list[Any]) -> None:
    """Let a row's related set, such as an order's `parts`, be these rows, which were written or read just now."""
    found = getattr(owner, name).all()
    found._result_cache, found._prefetch_done = rows, True
    cache: dict[str, Any] = owner.__dict__.setdefault("_prefetched_objects_cache", {})
    cache[name] = found
