"""A statement that one connection has planned for one brand never answers, or is allowed, as that brand in another."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, transaction

from haat.core.db import connection
from haat.tenancy.context import brand_scope, public_scope
from haat.tenancy.models import Brand

USES = 12  # beyond what it takes to be prepared, and to be planned without its values
SLUGS = "SELECT current_schema(), count(*) FROM catalog_category WHERE slug = %s"


def _ask(sql: str, *values: str) -> object:
    with connection.prepared_cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()


def test_it_reads_the_brand_that_is_active(aster: Brand, birch: Brand) -> None:
    from haat.catalog.models import Category

    with brand_scope(aster):
        Category.objects.create(slug="only-here", name="Only here")
    for _ in range(USES):
        with brand_scope(aster):
            assert _ask(SLUGS, "only-here") == (aster.schema_name, 1)
        with brand_scope(birch):
            assert _ask(SLUGS, "only-here") == (birch.schema_name, 0)
    with brand_scope(aster), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%catalog_category%%'")
        assert cursor.fetchone() == (1,)


def test_it_is_refused_to_whoever_may_not_read(aster: Brand, birch: Brand) -> None:
    theirs = f'SELECT count(*) FROM "{aster.schema_name}".catalog_category WHERE slug <> %s'
    for _ in range(USES):
        with brand_scope(aster):
            _ask(theirs, "")
    for stranger in (lambda: brand_scope(birch), public_scope):
        with stranger(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            _ask(theirs, "")
