"""Sellers with money in their balance, by adjustment: what a sale brings is told by the tests of the checkout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from haat.core import clock
from haat.ledger import queries as books
from haat.ledger import services as ledger
from haat.ledger.chart import seller_payable
from haat.ledger.types import Leg
from haat.payouts.models import Disbursement, PayoutPlan
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import running_simulator, shop, simulator
from tests.support import Api, run_jobs

__all__ = ["running_simulator", "shop", "simulator"]

PLAN = {
    "schedule": "daily", "weekday": 0, "month_day": 1, "hold_days": 0, "minimum_minor": 0, "reserve_bp": 0, "reserve_days": 0,
    "off_rail": "bank_file", "second_person_minor": None, "adjustment_alone_minor": None,
}  # fmt: skip


@dataclass
class Desk:
    """Nia's desk, and Kiran beside her: both may let payouts go."""

    brand: Any
    nia: Api
    kiran: Api

    def plan(self, **facts: Any) -> None:
        self.nia.put("payout-plan", PLAN | facts)
        assert self.nia.status == 200, self.nia.response.content

    def give(self, seller: Any, minor: int, **options: Any) -> Any:
        body = {"seller_id": str(seller.pk), "amount_minor": minor, "reason": "Lent"}
        answer = self.nia.post("payout-adjustments", body, key=f"give-{seller.pk}-{minor}-{options.get('again', '')}")
        assert self.nia.status == 201, answer
        return answer["data"]

    def run(self, key: str = "run", **body: Any) -> Any:
        answer = self.nia.post("payout-runs", body, key=key)
        assert self.nia.status == 201, answer
        run_jobs(self.brand)
        return answer["data"]

    def bank_file(self, key: str = "file") -> Any:
        made = self.nia.post("bank-files", {}, key=key)
        assert self.nia.status == 201, made
        return made["data"]

    def owed(self, seller: Any) -> int:
        with brand_scope(self.brand):
            return books.balance(seller_payable(seller.pk))

    def paid(self, seller: Any) -> int:
        with brand_scope(self.brand):
            rows = Disbursement.objects.filter(payout__seller=seller, status="paid")
            return sum(rows.values_list("amount_minor", flat=True))

    def faults(self) -> list[str]:
        from haat.books import services as verifying

        with brand_scope(self.brand):
            while ledger.seal(everything=True):
                pass
            return verifying.verify(at=clock.now()).faults


@pytest.fixture
def desk(aster: Any, nia: Any) -> Desk:
    from tests.conftest import _staff

    kiran = _staff("kiran@example.com", "Kiran", "brand", "finance", aster)
    return Desk(aster, Api("admin", aster, nia.user), Api("admin", aster, kiran.user))


@pytest.fixture
def earned() -> Callable[[Any, int, str], None]:
    """An entry as another app would write it, in the brand that is active."""

    def write(seller: Any, minor: int, key: str) -> None:
        payable = seller_payable(seller.pk)
        leg = Leg(payable, "promo_expense", minor) if minor > 0 else Leg("promo_expense", payable, -minor)
        ledger.post(key=key, code="test.earned", legs=[leg], at=clock.now(), reference=key)

    return write


def brand_plan(**facts: Any) -> PayoutPlan:
    return PayoutPlan.objects.create(**(PLAN | facts))
