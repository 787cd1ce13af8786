"""A bank asks for a payment: what a gift card paid of the order is no part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.payments.models import DisputeShare, Payment
from haat.tenancy.context import brand_scope
from tests.books.conftest import part_of, verified
from tests.giftcards.conftest import desk

if TYPE_CHECKING:
    from tests.disputes.conftest import Bank
    from tests.giftcards.conftest import Desk

__all__ = ["desk"]


def test_a_part_that_a_card_paid_is_not_disputed(desk: Desk, bank: Bank, meera: Any) -> None:
    shop = desk.shop
    made = desk.issue(500_000)
    shop.fill(shop.serum, shop.bowl)
    shop.asha.post("checkout/gift-card", {"code": made["code"]})
    number = desk.pay(desk.order())
    bank.tells(bank.asks())
    with brand_scope(shop.brand):
        share = DisputeShare.objects.get()
        assert share.reference == part_of(number, meera.seller).pk
        assert share.amount_minor == Payment.objects.get().amount_minor
    assert verified(shop.brand).faults == []
