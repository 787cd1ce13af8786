"""Haat reads what the provider's documentation shows: lists of an account, a day of its books, states of a payment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.books.models import ReconBreak, Settlement
from haat.core import clock
from haat.ledger import queries as ledger
from haat.ledger.chart import GATEWAY
from haat.orders.models import Order
from haat.payments import gateway
from haat.payments import services as payments
from haat.payments.models import Payment
from haat.tenancy.context import brand_scope
from tests.books.conftest import Account, verified
from tests.payments.recorded import Recorded
from tests.razorpay_simulator.samples import recorded

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop


def numbered(kind: str) -> list[dict[str, Any]]:
    """Every state of a thing, each as a thing of its own."""
    return [one | {"id": f"{one['id'][:-2]}{number:02}"} for number, one in enumerate(recorded(kind))]


def whole_account() -> dict[str, Any]:
    kinds = ("payment", "refund", "transfer", "dispute", "settlement")
    things = {kind: numbered(kind) for kind in kinds}
    single = {f"/v1/{kind}s/{one['id']}": one for kind, all_of in things.items() for one in all_of}
    lists = {f"/v1/{kind}s": all_of for kind, all_of in things.items()}
    return single | lists | {"/v1/settlements/recon/combined": recorded("recon")}


def test_an_account_of_documented_things_is_read_to_the_end(shop: Shop, account: Account) -> None:
    """None of them is ours: each is told once, money that came stands in suspense, and the settlement is booked once."""
    with brand_scope(shop.brand):
        gate = gateway.client()
        gate.sdk.session.mount(gate.sdk.base_url, Recorded(whole_account()))
    for _ in range(2):
        run = account.run()
        assert run.failure == ""
    taken = [one for one in numbered("payment") if one["captured"] and one["amount_refunded"] < one["amount"]]
    done = [one for one in numbered("settlement") if one["status"] == "processed"]
    with brand_scope(shop.brand):
        told = {(row.kind, row.subject) for row in ReconBreak.objects.filter(state="open")}
        assert {subject for kind, subject in told if kind == "unknown_payment"} == {one["id"] for one in taken}
        assert {subject for kind, subject in told if kind == "unknown_item"} == {
            one["entity_id"] for one in recorded("recon") if one["type"] == "adjustment"
        }
        assert [row.provider_settlement_id for row in Settlement.objects.all()] == [one["id"] for one in done]
        came = sum(one["amount"] - one["fee"] for one in taken)
        lost = sum(one["amount_deducted"] for one in recorded("dispute"))
        went = sum(one["amount"] + one["fees"] for one in done)
        assert ledger.balance(GATEWAY) == came - lost - went
        assert Order.objects.count() == 0
    assert verified(shop.brand).faults == []


@pytest.mark.parametrize("number", range(len(recorded("payment"))))
def test_every_documented_state_of_a_payment_is_understood(shop: Shop, account: Account, number: int) -> None:
    shop.fill()
    shop.order()
    with brand_scope(shop.brand):
        payment = Payment.objects.get()
        ours = {"order_id": payment.provider_order_id, "amount": payment.amount_minor}
        found = recorded("payment")[number] | ours
        taken = recorded("payment")[0] | ours
        told = Recorded({
            f"/v1/orders/{payment.provider_order_id}/payments": [found],
            f"/v1/payments/{found['id']}/capture": taken,
            f"/v1/payments/{found['id']}": taken,
        })  # fmt: skip
        gate = gateway.client()
        gate.sdk.session.mount(gate.sdk.base_url, told)
        payments.sync(payment=payment, at=clock.now())
        payment.refresh_from_db()
        if found["status"] == "failed":
            assert (payment.captured_at, payment.failure) == (None, found["error_description"])
        else:
            method = (taken if found["status"] == "authorized" else found)["method"]
            assert (payment.provider_payment_id, payment.method) == (found["id"], method)
            assert (payment.fee_minor, payment.fee_tax_minor) == (taken["fee"], taken["tax"])
            assert payment.captured_at is not None
        asked = [path for method, path in told.asked if method == "POST"]
        assert asked == ([f"/v1/payments/{found['id']}/capture"] if found["status"] == "authorized" else [])
