"""The migrations of an empty database: each applied once, where its tables belong, and written down in both schemas.

Migrating `public` and then a brand's schema works out the state of every model twice, which is nearly all that it costs.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django_tenants.utils import get_public_schema_name, schema_context

from haat.core.db import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.migrations.migration import Migration

PUBLIC = get_public_schema_name()


def is_empty() -> bool:
    """Nothing was migrated here yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.django_migrations')")
        return bool(cursor.fetchone() == (None,))


def sweep(schema: str, recording: Callable[[], Any]) -> None:
    """All migrations, into `public` and this brand's schema. What is done in the brand's is done inside `recording()`."""
    with schema_context(PUBLIC), _few_collections():
        for name in (schema, PUBLIC):
            connection.set_schema(name, include_public=False)  # or the other's table would be found
            with recording() if name == schema else _nothing():
                MigrationRecorder(connection).ensure_schema()
        connection.set_schema_to_public()
        executor = _Executor(schema, recording)
        executor.migrate(executor.loader.graph.leaf_nodes())


class _Executor(MigrationExecutor):
    def __init__(self, schema: str, recording: Callable[[], Any]) -> None:
        super().__init__(connection)
        self.schema, self.recording = schema, recording
        self.labels = {name.rpartition(".")[2] for name in settings.TENANT_APPS}

    def apply_migration(self, state: Any, migration: Migration, fake: bool = False, fake_initial: bool = False) -> Any:  # noqa: FBT001, FBT002 - Django's signature
        if migration.app_label not in self.labels:
            state = super().apply_migration(state, migration, fake, fake_initial)
            with schema_context(self.schema), self.recording():
                self._write_down(migration)
            return state
        with schema_context(self.schema), self.recording():
            state = super().apply_migration(state, migration, fake, fake_initial)
        self._write_down(migration)
        return state

    def _write_down(self, migration: Migration) -> None:
        for app, name in migration.replaces or [(migration.app_label, migration.name)]:
            self.recorder.record_applied(app, name)


@contextmanager
def _nothing() -> Iterator[None]:
    yield


@contextmanager
def _few_collections() -> Iterator[None]:
    """Rendered models refer to each other by the thousand; looking for garbage among them takes a sixth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(50_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
