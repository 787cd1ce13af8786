"""The wall in the database: which role may touch which table. Installed by the owner, repeatable.

login        may become the others and has no right of its own
<db>_public  identity, brands, outbox: everything in `public`
<db>_b_…     one brand: its schema, and in `public` only its own rows of the outbox and of idempotency keys
<db>_relay   reads and marks the outbox of all
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db import connection
from psycopg import sql

from haat.core.models import InsertOnly, RowOwner
from haat.tenancy.postgresql.base import PUBLIC, role_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

RELAY = "relay"
LOGIN = "login"
READ_WRITE = "SELECT, INSERT, UPDATE, DELETE"
APPEND = "SELECT, INSERT"


def role(name: str) -> str:
    return role_name(connection.settings_dict["NAME"], name)


def install_principals(login_password: str) -> None:
    """Create login, public role and relay, and grant what they need in `public`."""
    _ensure_role(role(PUBLIC))
    _ensure_role(role(RELAY))
    _ensure_role(role(LOGIN))
    _run("ALTER ROLE {} LOGIN NOINHERIT PASSWORD {}", _name(role(LOGIN)), sql.Literal(login_password))
    for name in (PUBLIC, RELAY):
        _run("GRANT {} TO {} WITH INHERIT FALSE, SET TRUE", _name(role(name)), _name(role(LOGIN)))
    _run("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    # A temporary table outlives the brand on a connection, and would stand before the next brand's tables.
    _run("REVOKE TEMPORARY, CREATE ON DATABASE {} FROM PUBLIC", _name(connection.settings_dict["NAME"]))
    _run("GRANT USAGE ON SCHEMA public TO {}, {}", _name(role(PUBLIC)), _name(role(RELAY)))


def grant_public_tables() -> None:
    """After each migration of `public`. Insert-only tables stay so for the public role as well."""
    _run("GRANT {} ON ALL TABLES IN SCHEMA public TO {}", sql.SQL(READ_WRITE), _name(role(PUBLIC)))
    _run("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}", _name(role(PUBLIC)))
    for model in _models(settings.SHARED_APPS):
        table = _name(model._meta.db_table)
        if issubclass(model, InsertOnly):
            _run("REVOKE UPDATE, DELETE ON {} FROM {}", table, _name(role(PUBLIC)))
        if issubclass(model, RowOwner):
            _run("DROP POLICY IF EXISTS relay ON {}", table)
            _run("CREATE POLICY relay ON {} TO {} USING (true) WITH CHECK (true)", table, _name(role(RELAY)))
            _run("GRANT {} ON {} TO {}", sql.SQL(READ_WRITE), table, _name(role(RELAY)))
    _run("GRANT SELECT ON tenancy_brand TO {}", _name(role(RELAY)))


def install_brand(schema: str) -> None:
    """A role that owns nothing, for one schema; new tables are granted by default privileges."""
    brand_role = _name(role(schema))
    _ensure_role(role(schema))
    _run("GRANT {} TO {} WITH INHERIT FALSE, SET TRUE", brand_role, _name(role(LOGIN)))
    _run("GRANT USAGE ON SCHEMA public TO {}", brand_role)
    _run("GRANT USAGE ON SCHEMA {} TO {}", _name(schema), brand_role)
    for kind, rights in (("TABLES", READ_WRITE), ("SEQUENCES", "USAGE, SELECT")):
        _run(f"ALTER DEFAULT PRIVILEGES IN SCHEMA {{}} GRANT {rights} ON {kind} TO {{}}", _name(schema), brand_role)
        _run(f"GRANT {rights} ON ALL {kind} IN SCHEMA {{}} TO {{}}", _name(schema), brand_role)
    for model in _models(settings.TENANT_APPS):
        if issubclass(model, InsertOnly):
            _run("REVOKE UPDATE, DELETE ON {}.{} FROM {}", _name(schema), _name(model._meta.db_table), brand_role)
    _run("REVOKE INSERT, UPDATE, DELETE ON {}.django_migrations FROM {}", _name(schema), brand_role)
    for model in _models(settings.SHARED_APPS):
        if issubclass(model, RowOwner):
            _run("GRANT {} ON public.{} TO {}", sql.SQL(READ_WRITE), _name(model._meta.db_table), brand_role)


def drop_brand(schema: str) -> None:
    """Remove schema and role of a brand that nobody owns any more."""
    _run("DROP SCHEMA IF EXISTS {} CASCADE", _name(schema))
    if _role_exists(role(schema)):
        _run("DROP OWNED BY {}", _name(role(schema)))
        _run("DROP ROLE {}", _name(role(schema)))


def _models(app_names: list[str]) -> Iterator[type[Model]]:
    for config in apps.get_app_configs():
        if config.name in app_names:
            yield from config.get_models(include_auto_created=True)


def _ensure_role(name: str) -> None:
    if not _role_exists(name):
        _run("CREATE ROLE {} NOLOGIN", _name(name))


def _role_exists(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
        return cursor.fetchone() is not None


def _name(name: str) -> sql.Identifier:
    return sql.Identifier(name)


def _run(statement: str, *parts: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(*parts))
