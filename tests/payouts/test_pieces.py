"""Pieces of shares that are asked back: kept while the provider cannot tell, and given up only for a clear no."""

from __future__ import annotations

from typing import Any

import pytest

from haat.core.ids import new_id
from haat.payments import gateway
from haat.payments import services as payments
from haat.payments.models import Reversal, Transfer
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import Shop
from tests.provider import try_jobs
from tests.support import run_jobs


@pytest.fixture
def piece(shop: Shop, ravi: Any) -> Reversal:
    """Of Ravi's share, wanted a moment ago."""
    shop.paid()
    with brand_scope(shop.brand):
        share = Transfer.objects.get(seller_id=ravi.seller.pk)
        made = payments.take_back(reference=share.reference, amount_minor=5_000, key=f"test-{new_id()}")
    assert made is not None
    return made


def again(shop: Shop, piece: Reversal) -> tuple[str, int]:
    with brand_scope(shop.brand):
        piece.refresh_from_db()
        return piece.status, Transfer.objects.get(pk=piece.transfer_id).reversed_minor


def test_keys_that_the_provider_does_not_know_end_nothing(shop: Shop, piece: Reversal, settings: Any) -> None:
    right = settings.RAZORPAY_KEY_SECRET
    settings.RAZORPAY_KEY_SECRET = "wrong"
    assert "not available at the moment" in try_jobs("payments.send_reversal", shop.brand)[0]
    assert again(shop, piece) == ("wanted", 5_000)
    settings.RAZORPAY_KEY_SECRET = right
    try_jobs("payments.send_reversal", shop.brand)
    assert again(shop, piece) == ("done", 5_000)


def test_a_share_that_was_moved_between_the_refusal_and_the_look_gives_its_piece(
    shop: Shop, piece: Reversal, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, refused = gateway.Gateway.call, []

    def call(self: gateway.Gateway, ask: Any) -> Any:
        if not refused and "reverse" in ask.__code__.co_names:
            refused.append(ask)
            raise gateway.GatewayRefused(400, {"description": "Only processed transfers can be reversed."})
        return real(self, ask)

    monkeypatch.setattr(gateway.Gateway, "call", call)
    run_jobs(shop.brand)
    assert len(refused) == 1
    assert again(shop, piece) == ("done", 5_000)


def test_a_clear_no_is_the_end_of_it(shop: Shop, piece: Reversal) -> None:
    with brand_scope(shop.brand):
        share = Transfer.objects.get(pk=piece.transfer_id)
        gateway.client().call(
            lambda sdk: sdk.transfer.reverse(share.provider_transfer_id, {"amount": share.amount_minor})
        )
    run_jobs(shop.brand)
    assert again(shop, piece) == ("refused", 0)
    with brand_scope(shop.brand):
        assert "Only processed transfers" in Reversal.objects.get().failure
