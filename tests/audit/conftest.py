"""A log that is really committed, and the owner of the database who lays hands on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from haat.audit import services as audit
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand

TABLES = ("audit_auditentry", "audit_auditseal")


@dataclass(frozen=True)
class Sealed:
    """Aster's log with five sealed entries. `tamper` acts as the owner, whom no revoked right binds."""

    brand: Brand
    owner: Any

    def tamper(self, *statements: str) -> None:
        for statement in statements:
            self.owner.execute(statement)

    def write(self, count: int) -> None:
        with brand_scope(self.brand):
            for number in range(count):
                audit.record(
                    "test.written", self.brand, before={"n": number, "₹": [1, None]}, after={"n": 1.5}, reason="so"
                )

    def seal(self) -> int:
        with brand_scope(self.brand):
            return audit.seal()

    def faults(self, **options: Any) -> str:
        with brand_scope(self.brand):
            return "\n".join(audit.verify(at=timezone.now(), **options).faults)


@pytest.fixture
def sealed(django_db_setup: None, django_db_blocker: Any, owner_url: str) -> Iterator[Sealed]:
    with django_db_blocker.unblock(), psycopg.connect(owner_url, autocommit=True) as owner:
        brand = brand_by_slug("aster")
        owner.execute(f'SET search_path TO "{brand.schema_name}", public')
        _wipe(owner, brand)
        log = Sealed(brand, owner)
        log.write(5)
        assert log.seal() == 5
        assert log.faults() == ""
        yield log
        connection.close()
        _wipe(owner, brand)


def _wipe(owner: Any, brand: Brand) -> None:
    owner.execute(f"TRUNCATE {', '.join(TABLES)}")
    owner.execute("DELETE FROM public.tenancy_sealhead WHERE brand_id = %s", [brand.pk])
    owner.execute("DELETE FROM public.core_job WHERE brand_id = %s", [brand.pk])
