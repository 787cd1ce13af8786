"""Activating a brand sets search_path and database role together, and raises when it cannot.

django-tenants swallows an error here, and the connection would go on in the brand before (docs/adr/0002).
"""

from __future__ import annotations

from typing import Any

from django.db import OperationalError
from django.db.backends.postgresql.base import ServerBindingCursor
from django_tenants.postgresql_backend import base
from psycopg.pq import TransactionStatus

PUBLIC = "public"


class DatabaseWrapper(base.DatabaseWrapper):
    """Roles are named `<database>_<schema>`: roles belong to the cluster, schemas to a database."""

    public_principal = PUBLIC  # the relay process sets "relay"
    is_unsettled = True  # a cursor was asked for since deferred constraints were last checked (haat.tenancy.context)

    @property
    def principal(self) -> str | None:
        """The database role of the active schema; None for the owner, who migrates and has no wall."""
        if not self.settings_dict.get("WALL", True):
            return None
        name = str(self.public_principal if self.schema_name == PUBLIC else self.schema_name)
        return role_name(self.settings_dict["NAME"], name)

    def connect(self) -> None:
        """Take a connection and put it into its schema and role; one that died in the pool is thrown away here.

        This statement is needed anyway and tells of a dead connection, so the pool need not ask each one how it is.
        """
        pool = self.pool
        for _ in range(pool.max_size if pool else 0):
            super().connect()
            try:
                self._handle_search_path()
            except OperationalError:
                self.close()  # the pool sees that it is broken and opens another
            else:
                return
        super().connect()

    def prepared_cursor(self) -> Any:
        """A cursor whose statements are parsed and planned once a connection, after a few uses.

        For statements whose best plan does not depend on their values. PostgreSQL plans anew whenever the search path
        is another one than before, and asks for privileges at each execution, so no plan crosses from brand to brand.
        """
        self.close_if_health_check_failed()
        self.ensure_connection()
        self._handle_search_path()
        return self._prepare_cursor(ServerBindingCursor(self.connection))  # type: ignore[call-arg]  # psycopg's, which the stubs do not know

    def _handle_search_path(self, cursor: Any = None) -> None:  # noqa: ARG002 - the parent passes it
        self.is_unsettled = True
        if self._setting_search_path or self.search_path_set_schemas:
            return
        if self.connection.info.transaction_status == TransactionStatus.INERROR:
            return  # only a rollback can follow; it resets nothing we rely on, and the next cursor sets both again
        paths = self._get_cursor_search_paths()
        self._setting_search_path = True
        plain = self.connection.cursor()
        try:
            with self.wrap_database_errors:  # this cursor is psycopg's own, and callers know Django's errors
                plain.execute(
                    "SELECT set_config('search_path', %s, false), set_config('role', %s, false)",
                    [", ".join(f'"{path}"' for path in paths), self.principal or "none"],
                )
            self.search_path_set_schemas = paths
        finally:
            self._setting_search_path = False
            plain.close()


def role_name(database: str, name: str) -> str:
    """A role's name in the cluster: at most 63 bytes, unique to the database."""
    return f"{database}_{name}"[:63]
