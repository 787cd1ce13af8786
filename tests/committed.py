"""Cleaning up after tests whose rows other connections see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

KEPT = "django_migrations"  # all that a new brand's schema has rows in
TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = %s AND table_name <> %s"


def empty(owner_url: str, brand: Brand) -> None:
    """Leave the brand as it was made, whatever a test wrote: a list of tables would miss those of tomorrow."""
    schema = str(brand.schema_name)
    with psycopg.connect(owner_url, autocommit=True) as owner:
        tables = [sql.Identifier(schema, name) for (name,) in owner.execute(TABLES, [schema, KEPT])]
        asked = [sql.SQL("SELECT {}, EXISTS (SELECT FROM {})").format(n, one) for n, one in enumerate(tables)]
        filled = [tables[n] for n, has_rows in owner.execute(sql.SQL(" UNION ALL ").join(asked)) if has_rows]
        if filled:
            owner.execute(sql.SQL("TRUNCATE {} CASCADE").format(sql.SQL(", ").join(filled)))
        owner.execute(
            "TRUNCATE public.core_job"
        )  # its rows are hidden even from their owner; between tests there are none
        owner.execute("DELETE FROM public.tenancy_ledgerhead WHERE brand_id = %s", [brand.pk])
