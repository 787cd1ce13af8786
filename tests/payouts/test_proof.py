"""Books of payouts: each new kind of entry, and one paisa planted in each."""

from __future__ import annotations

from typing import Any

import pytest

from haat.core import clock
from haat.payouts import services as payouts
from haat.payouts.models import Adjustment, CashRemittance, Disbursement, Payout, PayoutEntry, Reserve
from haat.tenancy.context import brand_scope
from tests.payouts.conftest import Desk


@pytest.fixture
def worked(desk: Desk, ravi: Any, meera: Any) -> Desk:
    """Two payouts by bank: one arrived and came back, one failed; an adjustment, and a reserve that came back."""
    desk.plan()
    desk.give(ravi.seller, 40_000)
    desk.give(meera.seller, 30_000)
    desk.run()
    lines = {line["seller"]: line["id"] for line in desk.bank_file()["lines"]}
    desk.nia.post(f"bank-lines/{lines['Ravi Traders']}/outcome", {"paid": True, "utr": "HDFC00000001"})
    desk.nia.post(f"payout-money/{lines['Ravi Traders']}/return", {"reason": "Account closed"})
    desk.nia.post(f"bank-lines/{lines['Meera Crafts']}/outcome", {"paid": False, "reason": "Wrong IFSC"})
    assert desk.nia.status == 200
    return desk


def test_the_books_of_payouts_hold_and_a_planted_paisa_is_named(worked: Desk, ravi: Any) -> None:
    assert worked.faults() == []
    assert (worked.owed(ravi.seller), worked.paid(ravi.seller)) == (40_000, 0)
    planted = (
        ("bankpay:", lambda: Disbursement.objects.filter(status="returned").update(amount_minor=39_999)),
        ("payback:", lambda: Disbursement.objects.filter(status="failed").update(amount_minor=30_001)),
        ("adjust:", lambda: Adjustment.objects.filter(amount_minor=40_000).update(amount_minor=40_001)),
        ("leaves", lambda: PayoutEntry.objects.filter(net_minor=40_000).update(net_minor=39_999)),
        ("lines or ways say", lambda: Payout.objects.filter(amount_minor=40_000).update(amount_minor=40_001)),
        ("reserve:", _reserve),
        ("remit:", _cash),
    )
    for said, plant in planted:
        from django.db import transaction

        with brand_scope(worked.brand), transaction.atomic():
            plant()
            found = worked.faults()
            assert any(said in fault for fault in found), (said, found)
            transaction.set_rollback(True)
    assert worked.faults() == []


def _reserve() -> None:
    payout = Payout.objects.get(amount_minor=40_000)
    Reserve.objects.create(
        payout=payout, seller=payout.seller, amount_minor=1, currency="INR", release_at=clock.now(), released_at=None
    )


def _cash() -> None:
    from uuid import uuid4

    CashRemittance.objects.create(
        number=1, courier="X", reference="X", amount_minor=1, currency="INR", received_at=clock.now(), by=uuid4()
    )


def test_what_failed_and_what_came_back_is_paid_by_the_next_payout(worked: Desk, ravi: Any, meera: Any) -> None:
    from datetime import timedelta

    with brand_scope(worked.brand):
        assert payouts.release_due(at=clock.now() + timedelta(days=1)) == 2
    assert (worked.owed(ravi.seller), worked.owed(meera.seller)) == (0, 0)
    again = {line["seller"]: line["amount"]["minor"] for line in worked.bank_file("again")["lines"]}
    assert again == {"Ravi Traders": 40_000, "Meera Crafts": 30_000}
    assert worked.faults() == []
