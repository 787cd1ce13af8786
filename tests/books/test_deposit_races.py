"""Real connections, one barrier: a month is not paid twice by two people who saw the same debt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.utils import timezone

from haat.books import reports
from haat.books import services as books
from haat.books.models import TaxDeposit
from haat.core import clock
from haat.core.errors import InvalidInput
from haat.ledger import queries as ledger
from haat.ledger import services as ledger_services
from haat.ledger.types import Leg
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug
from infra.simulate.people import as_staff
from tests.committed import empty
from tests.payouts.test_races import race

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DUE = 1_000


@pytest.fixture
def brand(django_db_setup: None, django_db_blocker: Any, owner_url: str) -> Iterator[Any]:
    """A brand that owes tax, as every connection sees it."""
    with django_db_blocker.unblock():
        found = brand_by_slug("aster")
        with brand_scope(found):
            ledger_services.post(
                key="withheld", code="test", legs=[Leg("tds_payable", "promo_expense", DUE)], at=clock.now()
            )
        yield found
        connection.close()
        empty(owner_url, found)


def paying(brand: Any, minor: int, number: str) -> Callable[[], TaxDeposit]:
    def pay() -> TaxDeposit:
        at = clock.now()
        today = timezone.localdate(at)
        with as_staff("nia"):
            return books.deposit_tax(
                tax="tds", month=reports.month(f"{today:%Y-%m}", brand), amount_minor=minor, credit_minor=0,
                reference=number, paid_on=today, at=at,
            )  # fmt: skip

    return pay


def test_two_deposits_at_once_are_at_most_what_is_owed(brand: Any) -> None:
    found = race(brand, *[paying(brand, DUE - 1, f"CH-{n}") for n in range(4)])
    assert sum(isinstance(one, TaxDeposit) for one in found) == 1, found
    assert sum(isinstance(one, InvalidInput) for one in found) == 3, found
    with brand_scope(brand):
        assert ledger.balance("tds_payable") == 1
        assert TaxDeposit.objects.count() == 1


def test_one_challan_at_once_is_one_deposit(brand: Any) -> None:
    found = race(brand, *[paying(brand, 400, "CH-1")] * 4)
    assert len({one.pk for one in found}) == 1, found
    with brand_scope(brand):
        assert ledger.balance("tds_payable") == DUE - 400
