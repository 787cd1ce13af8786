"""The code of a card: told once, never kept, replaced; and the person whom a card names."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from haat.core import clock, idempotency
from haat.core.models import IdempotencyKey
from haat.giftcards import services
from haat.giftcards.models import CardMovement, GiftCard
from haat.privacy import portrait, presence
from haat.tenancy.context import brand_scope
from tests.books.conftest import verified
from tests.privacy.conftest import make_person

if TYPE_CHECKING:
    from tests.giftcards.conftest import Desk

NEW = {"amount_minor": 50_000, "expires_on": "2028-01-31", "funding": "promo", "recipient": "Zeb.Quagga@marker.example"}


def test_a_repeated_request_issues_one_card_and_tells_its_code_once(desk: Desk) -> None:
    first = desk.nia.post("gift-cards", NEW, key="twice")["data"]
    again = desk.nia.post("gift-cards", NEW, key="twice")["data"]
    assert desk.nia.status == 201
    assert desk.nia.response["Idempotency-Replayed"] == "true"
    assert (again["card"]["id"], again["code"]) == (first["card"]["id"], "")
    desk.nia.post("gift-cards", NEW | {"amount_minor": 1}, key="twice")
    assert desk.nia.status == 409
    with brand_scope(desk.shop.brand):
        IdempotencyKey.objects.all().delete()  # it died before it could say so, or a day has passed
    late = desk.nia.post("gift-cards", NEW, key="twice")["data"]
    assert (late["card"]["id"], late["code"]) == (first["card"]["id"], "")
    with brand_scope(desk.shop.brand):
        assert GiftCard.objects.count() == 1
    assert verified(desk.shop.brand).faults == []


def test_nothing_of_the_answer_is_kept(desk: Desk) -> None:
    desk.issue(50_000, key="secret", message="For Zeb")
    with brand_scope(desk.shop.brand):
        row = IdempotencyKey.objects.get(key="secret")
    assert idempotency.answer_of(row) is None


def test_a_replaced_code_pays_nothing_also_where_it_was_entered_before(desk: Desk, ravi: Any) -> None:
    shop = desk.shop
    made = desk.issue(20_000)
    shop.fill(shop.serum)
    shop.asha.post("checkout/gift-card", {"code": made["code"]})
    assert desk.quote()["gift_card"]["pays"]["minor"] == 20_000
    anew = desk.nia.post(f"gift-cards/{made['card']['id']}/code", {"reason": "The letter was lost"})["data"]
    assert desk.nia.status == 200
    assert anew["card"]["last4"] == anew["code"][-4:] != made["code"][-4:]
    assert desk.quote()["gift_card"] is None
    shop.asha.post("checkout/gift-card", {"code": made["code"]})
    assert shop.asha.status == 422
    shop.asha.post("checkout/gift-card", {"code": anew["code"]})
    desk.pay(desk.order())
    desk.nia.post(f"gift-cards/{made['card']['id']}/code", {"reason": "Once more"})
    assert desk.nia.status == 409  # nothing is left on it
    happened = desk.nia.get(f"gift-cards/{made['card']['id']}/movements")["data"]
    assert [row["kind"] for row in happened] == ["held", "recoded", "issued"]
    with brand_scope(shop.brand):
        assert CardMovement.objects.filter(actor__gt="").count() == 0  # people are named by the log, which can forget
    assert all(row["actor"] for row in happened)
    assert verified(shop.brand).faults == []


def test_a_code_that_is_replaced_between_quote_and_order_pays_nothing(desk: Desk) -> None:
    made = desk.issue(20_000)
    at = clock.now()
    with brand_scope(desk.shop.brand):
        found = services.find(code=made["code"], at=at)  # by somebody who enters it in the same instant
        card, _ = services.replace_code(card=found, reason="The letter was lost", at=at)
        once_more, _ = services.replace_code(card=card, reason="And so was that", at=at)
    order: dict[str, Any] = {
        "card_id": made["card"]["id"],
        "minor": 100,
        "reference": uuid4(),
        "number": "AST-26-000001",
    }
    with brand_scope(desk.shop.brand):
        for old in (found.code_at, card.code_at, at + timedelta(seconds=1)):
            with pytest.raises(services.CardChanged):
                services.reserve(**order, code_at=old, at=at)
        services.reserve(**order, code_at=once_more.code_at, at=at)
        assert GiftCard.objects.get().held_minor == 100


def test_whom_a_card_names_gets_it_with_a_copy_and_can_be_forgotten(desk: Desk, db: None) -> None:
    made = desk.issue(50_000, recipient=NEW["recipient"], message="Happy birthday")
    other = desk.issue(10_000, recipient="asha@example.com", message="Hello")
    zeb = make_person(NEW["recipient"].lower(), phone=None)
    brand = desk.shop.brand
    assert brand.pk in {one.pk for one in presence.brands_of(zeb)}
    files = portrait.of(zeb, only=brand.pk, at=clock.now())
    (card,) = files[f"{brand.slug}/gift_cards.json"]
    assert (card["message"], card["amount"]) == ("Happy birthday", "₹500.00")
    with brand_scope(brand):
        assert services.forget(addresses=[zeb.email]) == 1
        assert services.forget(addresses=[zeb.email]) == 0
    shown = desk.card(made)
    assert (shown["recipient"], shown["message"], shown["balance"]["minor"]) == ("", "", 50_000)
    assert desk.card(other)["message"] == "Hello"
    assert brand.pk not in {one.pk for one in presence.brands_of(zeb)}
