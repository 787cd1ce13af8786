"""Making brand schemas: migrate once and record, then replay the recording for every further one. Owner only."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from django_tenants.utils import schema_context

from haat.core.db import connection
from haat.core.ids import new_id
from haat.tenancy import wall
from haat.tenancy.models import Brand, SchemaScript
from haat.tenancy.sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def fingerprint() -> str:
    """Names every migration of the brand apps; another set needs another script."""
    keys = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    labels = {name.rpartition(".")[2] for name in settings.TENANT_APPS}
    return hashlib.sha256(
        "\n".join(sorted(f"{app}.{name}" for app, name in keys if app in labels)).encode()
    ).hexdigest()


def migrate_empty() -> Brand:
    """The first migrations of a database: `public` and the first spare, which is recorded."""
    key, schema = _empty_schema()
    statements: list[str] = []
    sweep(schema, lambda: _recording(statements))
    wall.grant_public_tables()
    SchemaScript.objects.create(fingerprint=fingerprint(), statements=statements)
    wall.install_brand(schema)
    return _register(key, schema)


def create_spare() -> Brand:
    """A migrated schema with its role, waiting for a brand."""
    key, schema = _empty_schema()
    script = SchemaScript.objects.filter(fingerprint=fingerprint()).first()
    if script is None:
        _migrate_and_record(schema)
    else:
        _replay(schema, script.statements)
    wall.install_brand(schema)
    return _register(key, schema)


def _empty_schema() -> tuple[UUID, str]:
    key = new_id()
    schema = f"b_{key.hex[-12:]}"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE SCHEMA "{schema}"')
    return key, schema


def migrate_existing() -> int:
    """Bring every brand schema up to date and return how many needed it. Each is granted anew after its migration."""
    changed = 0
    for schema in Brand.objects.exclude(status=Brand.Status.DELETED).values_list("schema_name", flat=True):
        if _is_behind(schema):
            _migrate(schema)
            wall.install_brand(schema)
            changed += 1
    return changed


def _register(key: UUID, schema: str) -> Brand:
    brand = Brand(id=key, schema_name=schema)
    brand.save()
    return brand


def _is_behind(schema: str) -> bool:
    with schema_context(schema), connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        applied = set(cursor.fetchall())
    labels = {name.rpartition(".")[2] for name in settings.TENANT_APPS}
    return any(
        key not in applied
        for key in MigrationLoader(None, ignore_no_migrations=True).disk_migrations
        if key[0] in labels
    )


def _migrate(schema: str) -> None:
    call_command("migrate_schemas", schema_name=schema, tenant=True, verbosity=0, interactive=False)


def _migrate_and_record(schema: str) -> None:
    statements: list[str] = []
    with _recording(statements):
        _migrate(schema)
    SchemaScript.objects.create(fingerprint=fingerprint(), statements=statements)


@contextmanager
def _recording(statements: list[str]) -> Iterator[None]:
    """Collect what changes the schema. Migrations name tables without schema, so the text fits every schema."""

    def record(execute: Callable[..., Any], statement: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001 - Django's signature
        result = execute(statement, params, many, context)
        text = statement.lstrip().upper()
        if not text.startswith(("SELECT", "SET ", "SAVEPOINT", "RELEASE")) and "pg_catalog" not in statement:
            statements.append(_plain(statement, params))
        return result

    with connection.execute_wrapper(record):
        yield


def _plain(statement: str, params: Any) -> str:
    from psycopg import ClientCursor

    return ClientCursor(connection.connection).mogrify(statement, params) if params else str(statement)


def _replay(schema: str, statements: list[str]) -> None:
    with schema_context(schema), connection.cursor() as cursor:
        cursor.execute(";\n".join(statement.rstrip().rstrip(";") for statement in statements))
