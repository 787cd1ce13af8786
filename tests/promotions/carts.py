"""Carts and rules for the pure quote: by hand, and any at all for Hypothesis."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from haat.checkout.quote import Line, Place, quote
from haat.core.money import Money
from haat.promotions.types import Rule, Ticket
from haat.tax.queries import regime

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
POLICIES = {
    "cod": True,
    "cod_fee_minor": 4_900,
    "cod_cap_minor": 10**9,
    "base_fee_minor": 7_900,
    "free_above_minor": 99_900,
}
SELLERS = [UUID(int=n) for n in range(1, 4)]
PRODUCTS = [UUID(int=n) for n in range(11, 16)]
CATEGORIES = [UUID(int=n) for n in range(21, 24)]
HSN = ("33049990", "62044290", "64039990", "70133700")


def line(
    price: int = 50_000, quantity: int = 1, *, seller: int = 0, product: int = 0, category: int = 0, **more: Any
) -> Line:
    values = {
        "offer_id": UUID(int=1000 + product), "product_id": PRODUCTS[product], "category_ids": frozenset({CATEGORIES[category]}),
        "seller_id": SELLERS[seller], "seller_name": f"Seller {seller}", "seller_region": "27", "seller_status": "regular",
        "title": "Thing", "hsn": "33049990", "unit_minor": price, "quantity": quantity, "weight_g": 300,
    }  # fmt: skip
    return Line(**values | more)


def rule(benefit: str = "percent", number: int = 1, *, code: str = "", **more: Any) -> Rule:
    ticket = Ticket(UUID(int=500 + number), code) if code else None
    defaults = {
        "percent": {"percent_bp": 1_000},
        "fixed": {"amount_minor": 10_000},
        "fixed_price": {"amount_minor": 20_000},
    }
    values = {
        "id": UUID(int=100 + number),
        "name": f"Promotion {number}",
        "currency": "INR",
        "benefit": benefit,
        "ticket": ticket,
    }
    return Rule(**values | defaults.get(benefit, {}) | more)


def priced(lines: list[Line], *rules: Rule, country: str = "IN", region: str = "27", **more: Any) -> Any:
    defaults = {"policies": POLICIES, "method": "razorpay", "currency": "INR", "at": AT}
    return quote(lines=lines, place=Place(region, regime(country)), rules=rules, **defaults | more)


def money(minor: int) -> str:
    return str(Money(minor, "INR"))


@st.composite
def any_lines(draw: st.DrawFn) -> list[Line]:
    count = draw(st.integers(1, 5))
    return [
        line(
            draw(st.integers(1, 600_000)), draw(st.integers(1, 9)), seller=draw(st.integers(0, 2)), product=index,
            category=draw(st.integers(0, 2)), hsn=draw(st.sampled_from(HSN)),
            seller_region=draw(st.sampled_from(["27", "29"])), seller_status=draw(st.sampled_from(["regular", "composition"])),
        )
        for index in range(count)
    ]  # fmt: skip


@st.composite
def any_rule(draw: st.DrawFn, number: int) -> Rule:
    some = st.frozensets
    return Rule(
        id=UUID(int=100 + number), name=f"Promotion {number}", currency="INR",
        benefit=draw(st.sampled_from(["percent", "fixed", "fixed_price", "buy_get", "free_shipping"])),
        percent_bp=draw(st.integers(1, 10_000)), amount_minor=draw(st.integers(1, 300_000)),
        cap_minor=draw(st.none() | st.integers(1, 100_000)), buy_quantity=draw(st.integers(1, 3)), get_quantity=draw(st.integers(1, 3)),
        min_spend_minor=draw(st.sampled_from([0, 0, 40_000])), min_quantity=draw(st.integers(0, 3)),
        seller_ids=draw(some(st.sampled_from(SELLERS), max_size=2)), category_ids=draw(some(st.sampled_from(CATEGORIES), max_size=2)),
        product_ids=draw(some(st.sampled_from(PRODUCTS), max_size=2)), is_exclusive=draw(st.booleans()),
        priority=draw(st.integers(-2, 2)), brand_bp=draw(st.sampled_from([0, 3_333, 5_000, 10_000])),
        budget_left_minor=draw(st.none() | st.integers(0, 200_000)),
        ticket=draw(st.none() | st.just(Ticket(UUID(int=500 + number), f"CODE{number}"))),
    )  # fmt: skip


@st.composite
def any_rules(draw: st.DrawFn) -> list[Rule]:
    return [draw(any_rule(number)) for number in range(draw(st.integers(0, 4)))]
