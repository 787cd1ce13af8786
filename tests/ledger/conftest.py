"""Books that are really committed, and the owner of the database who lays hands on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from haat.core import clock
from haat.ledger import services as ledger
from haat.ledger.types import Leg
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand

TABLES = ("ledger_posting", "ledger_transaction", "ledger_ledgerseal", "ledger_account")


@dataclass(frozen=True)
class Books:
    """Aster's books with five sealed transactions of two postings. `tamper` acts as the owner, whom no right binds."""

    brand: Brand
    owner: Any

    def tamper(self, *statements: str) -> None:
        for statement in statements:
            self.owner.execute(statement)

    def write(self, *keys: str) -> None:
        with brand_scope(self.brand):
            for key in keys:
                legs = [Leg("order_holding", "bank", 10_000), Leg("gst_output", "bank", 1_800)]
                ledger.post(key=key, code="test.sale", legs=legs, at=clock.now(), reference=key)

    def seal(self) -> int:
        with brand_scope(self.brand):
            return ledger.seal()

    def faults(self, **options: Any) -> str:
        with brand_scope(self.brand):
            return "\n".join(ledger.verify(at=timezone.now(), **options).faults)


@pytest.fixture
def books(django_db_setup: None, django_db_blocker: Any, owner_url: str) -> Iterator[Books]:
    with django_db_blocker.unblock(), psycopg.connect(owner_url, autocommit=True) as owner:
        brand = brand_by_slug("aster")
        owner.execute(f'SET search_path TO "{brand.schema_name}", public')
        _wipe(owner, brand)
        one = Books(brand, owner)
        one.write("one", "two", "three", "four", "five")
        assert one.seal() == 5
        assert one.faults() == ""
        yield one
        connection.close()
        _wipe(owner, brand)


def _wipe(owner: Any, brand: Brand) -> None:
    owner.execute(f"TRUNCATE {', '.join(TABLES)} CASCADE")
    owner.execute("DELETE FROM public.tenancy_ledgerhead WHERE brand_id = %s", [brand.pk])
    owner.execute("DELETE FROM public.core_job WHERE brand_id = %s", [brand.pk])
