"""After a change by which a thief would move the money, the money waits."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import time_machine
from django.core import mail
from django.utils import timezone

from haat.core import clock
from haat.fulfilment import services as fulfilment
from haat.identity import identifiers
from haat.identity import services as identity
from haat.payouts import services as payouts
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from haat.verification.models import SellerEntity
from haat.verification.services import update
from tests.checkout.conftest import Shop
from tests.support import Api, run_jobs

moment = datetime.fromisoformat


def deliver(shop: Shop, *people: Any) -> None:
    for person in people:
        visitor = Api("seller", shop.brand, person.user)
        part = visitor.get("orders")["data"][0]["number"]
        for verb, body in (("acceptance", {}), ("shipment", {"carrier": "Own rider"}), ("delivery", {})):
            visitor.post(f"orders/{part}/{verb}", body)
    run_jobs(shop.brand)


def change_address(person: Any) -> None:
    """The contact service, as the endpoint calls it after the code."""
    user = person.user
    at = clock.now()
    challenge = identity.proofs.ask(
        user=user,
        address=identifiers.parse("new.ravi@example.com"),
        purpose="contact",
        portal="seller",
        brand=None,
        at=at,
    )
    identity.contacts.change(user=user, challenge=challenge, keep=None, at=at)


def test_a_changed_contact_holds_the_sellers_payouts_and_no_others(
    shop: Shop, ravi: Any, meera: Any, nia: Any, birch: Any
) -> None:
    """ASVS item 26: three days in which a stolen account is worth nothing."""
    shop.paid()
    deliver(shop, ravi, meera)
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=True):
        change_address(ravi)
        run_jobs(shop.brand)
        with brand_scope(shop.brand):
            assert fulfilment.close_ripe_parts(at=clock.now()) == 2
        run_jobs(shop.brand)
        ravis, meeras = (Api("seller", shop.brand, person.user) for person in (ravi, meera))
        staff = Api("admin", shop.brand, nia.user)
        run = staff.post("payout-runs", key="run-1")["data"]
        assert run["started"] == 1
        (held,) = [item for item in run["run"]["items"] if item["left_out"]]
        assert (held["seller"], held["left_out"]) == ("Ravi Traders", "frozen")
        ravis_balance = ravis.get("balance")["data"]
        until = staff.get(f"sellers/{ravi.seller.pk}")["data"]["payouts_frozen_until"]
        assert moment(ravis_balance["frozen_until"]) == moment(until)
        assert "phone or e-mail" in ravis_balance["frozen_reason"]
        assert ravis.get("payouts")["data"] == []
        assert meeras.get("balance")["data"]["frozen_until"] is None
        assert "seller.payouts_frozen" in {row["action"] for row in staff.get("audit")["data"]}
        assert any("are on hold until" in letter.subject for letter in mail.outbox)
        with brand_scope(shop.brand):
            assert payouts.release_due(at=clock.now() + timedelta(hours=71)) == 0
            assert payouts.release_due(at=clock.now() + timedelta(hours=73)) == 1


def test_another_bank_account_holds_them_too_and_the_first_one_does_not(aster: Any, ravi: Any) -> None:
    """ASVS item 26"""
    entity = SellerEntity.objects.get(pk=ravi.seller.entity_id)
    SellerEntity.objects.filter(pk=entity.pk).update(status="needs_changes")
    update(entity=entity, changes={"bank_account": "50100000999999"})
    run_jobs(aster, only="sellers.freeze")
    with brand_scope(aster):
        seller = Seller.objects.get(pk=ravi.seller.pk)
    assert seller.payouts_frozen_reason == "bank_changed"
    assert seller.is_frozen(clock.now() + timedelta(hours=71))
    assert not seller.is_frozen(clock.now() + timedelta(hours=73))
    with brand_scope(aster):
        Seller.objects.update(payouts_frozen_until=None)
    SellerEntity.objects.filter(pk=entity.pk).update(bank_account="", bank_index="")
    update(entity=entity, changes={"bank_account": "50100000111111"})
    assert run_jobs(aster, only="sellers.freeze") == []
