"""Races over promotions: committed rows that several connections see, removed afterwards by the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from django.db import connection

from haat.tenancy.queries import brand_by_slug
from tests.inventory.conftest import race  # noqa: F401 - a fixture of the same kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any, owner_url: str) -> Iterator[Brand]:
    """The brand aster outside a test's transaction."""
    with django_db_blocker.unblock():
        brand = brand_by_slug("aster")
        yield brand
        connection.close()
    with psycopg.connect(owner_url, autocommit=True) as owner:
        schema = brand.schema_name
        tables = ("promotions_promotion", "customers_customer", "sellers_seller", "catalog_category")
        owner.execute(f"TRUNCATE {', '.join(f'{schema}.{table}' for table in tables)} CASCADE")
        owner.execute("DELETE FROM public.core_job WHERE brand_id = %s", [brand.pk])
