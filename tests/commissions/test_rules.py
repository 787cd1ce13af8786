"""Rules as staff write them: each dimension, what is refused at which field, and what an order is charged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from haat.commissions import services
from haat.commissions.models import CommissionLine, CommissionRule
from haat.commissions.types import RuleSpec
from haat.core import clock
from haat.core.money import share
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.checkout.steps import settled
from tests.checkout.test_cost import statements
from tests.goods import make_product
from tests.support import Api

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

RULE = {"name": "Special", "percent_bp": 500, "valid_from": "2026-01-01"}


@pytest.fixture
def admin(aster: Any, nia: Any) -> Api:
    return Api("admin", aster, nia.user)


def put_in_tier(admin: Api, seller: Any, tier: str) -> Any:
    return admin.put(f"sellers/{seller.pk}/tier", {"tier": tier, "reason": "Sells much"})


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        ({"seller_tier": "gold"}, "seller_tier"),
        ({"product_id": "00000000-0000-7000-8000-000000000000"}, "product_id"),
        ({"price_min_minor": 500, "price_max_minor": 499}, "price_max_minor"),
        ({"price_min_minor": -1}, "price_min_minor"),
        ({"floor_minor": 500, "cap_minor": 499}, "cap_minor"),
        ({"valid_to": "2025-12-31"}, "valid_to"),
        ({"with_shipping": True, "price_min_minor": 500}, "with_shipping"),
        ({"payment": "razorpay"}, "payment"),
        ({"basis": "net"}, "basis"),
    ],
)
@pytest.mark.parametrize("path", ["rules", "what-if"])
def test_a_rule_that_cannot_be_is_refused_at_its_field(
    admin: Api, terms: dict[str, Any], field: str, path: str
) -> None:
    rule = RULE | terms
    answer = admin.post(f"commission/{path}", rule if path == "rules" else {"month": "2026-01", "rule": rule})
    assert admin.status == 422, answer
    found = answer["error"]["details"]
    assert field in (found.get("rule") or found), answer


def test_a_neighbours_product_and_tier_are_not_there(admin: Api, birch: Any, meera: Any) -> None:
    with brand_scope(birch):
        theirs = make_product("Their lamp")
    for terms in ({"product_id": str(theirs.pk)}, {"seller_tier": "birch-gold"}):
        answer = admin.post("commission/rules", RULE | terms)
        assert (admin.status, list(answer["error"]["details"])) == (422, list(terms))
    assert admin.get("commission/products?q=Their")["data"] == []
    assert admin.get("commission/tiers")["data"] == []


@pytest.mark.parametrize(
    "terms",
    [
        {"price_min_minor": 2, "price_max_minor": 1},
        {"price_min_minor": -1},
        {"floor_minor": 2, "cap_minor": 1},
        {"fixed_minor": -1},
        {"payment": "barter"},
        {"basis": "net"},
        {"with_shipping": True, "price_max_minor": 9},
    ],
)
def test_the_database_refuses_what_contradicts_itself(aster: Any, terms: dict[str, Any]) -> None:
    with brand_scope(aster), pytest.raises(IntegrityError), transaction.atomic():
        CommissionRule.objects.create(name="Odd", position=0, valid_from="2026-01-01", **terms)


def test_a_tier_is_set_with_a_reason_seen_and_offered_to_rules(aster: Any, admin: Api, ravi: Any) -> None:
    for wrong in ("Gold seller", "x" * 21, "-gold"):
        assert put_in_tier(admin, ravi.seller, wrong)["error"]["details"].keys() == {"tier"}
    assert put_in_tier(admin, ravi.seller, "gold")["data"]["tier"] == "gold"
    assert admin.get("commission/tiers")["data"] == [{"tier": "gold"}]
    assert "Tier changed: Sells much" in [
        one["text"] for one in admin.get(f"sellers/{ravi.seller.pk}")["data"]["timeline"]
    ]
    written = admin.post("commission/rules", RULE | {"seller_tier": "gold", "with_shipping": True, "basis": "gross"})
    assert (written["data"]["seller_tier"], written["data"]["with_shipping"]) == ("gold", True)
    changed = admin.post("commission/rules", RULE | {"price_min_minor": 100})["data"]
    assert (changed["version"], changed["seller_tier"], changed["price_min"]["minor"]) == (2, "", 100)
    assert put_in_tier(admin, ravi.seller, "")["data"]["tier"] == ""
    with brand_scope(aster), pytest.raises(IntegrityError), transaction.atomic():
        Seller.objects.filter(pk=ravi.seller.pk).update(tier="No Tier")


def test_an_order_is_charged_by_tier_product_price_and_way_to_pay(shop: Shop, admin: Api, ravi: Any) -> None:
    """Each line by the first rule that fits it, the delivery by the first of whole parcels, and all of it explained."""
    put_in_tier(admin, ravi.seller, "gold")
    with brand_scope(shop.brand):
        bowl = str(shop.bowl.variant.product_id)
        more = {"valid_from": "2025-01-01"}
        specs = [
            RuleSpec(name="Prepaid", percent_bp=100, payment="prepaid", **more),
            RuleSpec(name="Dear bowls", percent_bp=1_100, product_id=bowl, price_min_minor=129_901, **more),
            RuleSpec(name="Bowls", percent_bp=1_000, product_id=bowl, price_max_minor=129_900, basis="gross", **more),
            RuleSpec(name="Gold", percent_bp=800, seller_tier="gold", payment="cod", with_shipping=True, **more),
            RuleSpec(name="Standard", percent_bp=1_250, **more),
        ]
        services.set_rules(specs=specs, at=clock.now())
    shop.fill()
    shop.order("cod")
    settled(shop)
    with brand_scope(shop.brand):
        found = {(row.seller.name, row.title): row for row in CommissionLine.objects.select_related("rule", "seller")}
        serum, bowl_line = found["Ravi Traders", "Rose serum"], found["Meera Crafts", "Blue bowl"]
        assert serum.fee_minor == share(serum.base_minor, 800)
        assert serum.explanation.endswith(" For: tier gold, cash on delivery.")
        assert bowl_line.fee_minor == share(bowl_line.gross_minor, 1_000) > share(bowl_line.base_minor, 1_000)
        assert " with tax = " in bowl_line.explanation
        assert bowl_line.explanation.endswith(" For: this product, ₹1,299.00 a piece.")
        parcels = {name: row for (name, title), row in found.items() if title == "Shipping"}
        assert {name: row.fee_minor for name, row in parcels.items()} == {
            name: share(row.base_minor, 800) if name == "Ravi Traders" else 0 for name, row in parcels.items()
        }
        assert parcels["Ravi Traders"].rule == serum.rule
        assert parcels["Ravi Traders"].fee_gst_minor == share(parcels["Ravi Traders"].fee_minor, 1_800)


@pytest.mark.parametrize("terms", [{}, {"seller_tier": "gold", "payment": "cod", "price_min_minor": 1}])
def test_computing_asks_no_more_of_the_database_for_another_dimension(
    shop: Shop, admin: Api, ravi: Any, terms: dict[str, Any]
) -> None:
    put_in_tier(admin, ravi.seller, "gold")
    with brand_scope(shop.brand):
        spec = RuleSpec(name="Standard", percent_bp=1_250, valid_from="2025-01-01", **terms)
        services.set_rules(specs=[spec], at=clock.now())
    shop.fill()
    number = shop.order("cod")["data"]["order"]["number"]
    with brand_scope(shop.brand):
        from haat.orders.models import Order

        order = Order.objects.get(number=number)
        sent = statements(lambda: services.compute(order_id=order.pk, at=clock.now()))
    assert len(sent) <= 12, sent
    assert not any("catalog_category" in one for one in sent)
