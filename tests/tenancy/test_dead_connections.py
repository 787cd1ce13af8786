"""A database that went away and came back: what the pool still holds is dead, and no request notices."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from django.db import connection, connections

from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand

SIZE = 3
SAME = {"dbname", "user", "password", "host", "port"}  # whoever made a connection may end it


@pytest.fixture
def pool(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    entry: Any = connections["default"].settings_dict
    before = entry["OPTIONS"], entry["CONN_MAX_AGE"], entry["CONN_HEALTH_CHECKS"]
    entry["OPTIONS"] = before[0] | {"pool": {"min_size": SIZE, "max_size": SIZE, "timeout": 20}}
    entry["CONN_MAX_AGE"], entry["CONN_HEALTH_CHECKS"] = 0, False
    with django_db_blocker.unblock():
        yield
        connections["default"].close_pool()
    entry["OPTIONS"], entry["CONN_MAX_AGE"], entry["CONN_HEALTH_CHECKS"] = before


def _request(brand: Brand) -> tuple[int, str]:
    """The server's process and the schema that a request of this brand gets."""
    with brand_scope(brand):
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid(), current_schema()")
                pid, schema = cursor.fetchone()
        finally:
            connection.close()
    return pid, schema


def test_dead_connections_of_the_pool_are_thrown_away(aster: Brand, birch: Brand, pool: None) -> None:
    with ThreadPoolExecutor(1) as thread:  # a connection of its own, beside the test's
        before = {thread.submit(_request, brand).result()[0] for brand in (aster, birch) * SIZE}
        login = connection.get_connection_params()
        with psycopg.connect(**{name: login[name] for name in login.keys() & SAME}, autocommit=True) as same:
            ended = same.execute("SELECT pg_terminate_backend(pid) FROM unnest(%s::int[]) pid", [list(before)])
            assert all(done for (done,) in ended)
        for brand in (aster, birch) * SIZE:
            pid, schema = thread.submit(_request, brand).result()
            assert pid not in before
            assert schema == brand.schema_name
