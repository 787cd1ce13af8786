"""The default connection, with what our engine adds to Django's (schema, tenant, principal)."""

from typing import Any, cast

from django.db import connection as django_connection

connection: Any = cast("Any", django_connection)
