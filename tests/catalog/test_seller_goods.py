"""A seller writes products and prices; rivals and neighbours never see them before they are in the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.audit.models import AuditEntry
from haat.catalog.models import Offer, Product
from haat.inventory.models import Stock
from haat.tenancy.context import brand_scope
from tests.goods import make_offer, make_product
from tests.support import Api

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

FLAT = {
    "title": "Ribbed tumbler", "category": "tumblers", "description": "Glass", "country_of_origin": "IN",
    "manufacturer": "Ravi Glass, 4 Market Road, Pune 411001", "hsn": "70133700", "sku": "RT-1", "net_quantity": "1 piece", "weight_g": 300,
    "price_minor": 39_000, "mrp_minor": 45_000, "stock": 7,
}  # fmt: skip


def test_from_draft_to_shop(aster: Brand, desk: Api, staff: Api) -> None:
    product = desk.post("products", FLAT)["data"]
    assert desk.status == 201
    assert (product["status"], product["missing"], product["stock"]) == ("draft", ["picture"], 7)
    assert product["actions"] == ["edit", "propose"]
    assert product["variants"][0]["offer"]["price"]["minor"] == 39_000
    assert desk.post(f"products/{product['id']}/proposal")["data"]["status"] == "proposed"
    (waiting,) = staff.get("products", status="proposed")["data"]
    assert waiting["actions"] == ["publish", "reject"]
    assert staff.post(f"products/{product['id']}/publication")["data"]["status"] == "published"
    assert Api("customer", aster).get(f"products/{product['slug']}")["data"]["price"]["minor"] == 39_000
    with brand_scope(aster):
        actions = list(AuditEntry.objects.filter(action__startswith="product.").values_list("action", flat=True))
        assert actions == ["product.drafted", "product.proposed", "product.published"]


def test_what_is_missing_is_listed(desk: Api) -> None:
    product = desk.post("products", {"title": "Something", "sku": "X-1"})["data"]
    assert product["missing"] == [
        "category", "country of origin", "HSN code", "price", "net quantity", "manufacturer or packer", "stock",
        "picture", "description",
    ]  # fmt: skip
    refusal = desk.post(f"products/{product['id']}/proposal")
    assert (desk.status, refusal["error"]["code"]) == (409, "product_incomplete")
    assert set(refusal["error"]["details"]) == {"category", "country_of_origin", "variants", "manufacturer"}
    variant = {"id": product["variants"][0]["id"], "hsn": "70133700", "price_minor": 100, "mrp_minor": 100}
    variant["net_quantity"], maker = "1 N", "Ravi Glass, Pune"
    changed = desk.patch(
        f"products/{product['id']}",
        {"category": "tumblers", "country_of_origin": "IN", "manufacturer": maker, "variants": [variant]},
    )
    assert changed["data"]["missing"] == ["stock", "picture", "description"]
    assert changed["data"]["variants"][0]["sku"] == "X-1"
    assert desk.post(f"products/{product['id']}/proposal")["data"]["status"] == "proposed"


def test_a_rejection_gives_the_reason_word_for_word(desk: Api, staff: Api) -> None:
    product = desk.post("products", FLAT)["data"]
    desk.post(f"products/{product['id']}/proposal")
    staff.post(f"products/{product['id']}/rejection", {"reason": " "})
    assert staff.status == 422
    staff.post(f"products/{product['id']}/rejection", {"reason": "Blurred picture."})
    seen = desk.get(f"products/{product['id']}")["data"]
    assert (seen["status"], seen["rejection_reason"]) == ("rejected", "Blurred picture.")
    assert "propose" in seen["actions"]
    staff.post(f"products/{product['id']}/rejection", {"reason": "Again."})
    assert staff.status == 409


def test_a_brand_that_trusts_publishes_at_once(aster: Brand, desk: Api) -> None:
    from haat.tenancy import hosts

    aster.settings["policies"]["auto_approve_products"] = True
    aster.save()
    hosts.forget()
    product = desk.post("products", FLAT)["data"]
    assert desk.post(f"products/{product['id']}/proposal")["data"]["status"] == "published"
    assert desk.patch(f"products/{product['id']}", {"title": "Ribbed glass"})["data"]["title"] == "Ribbed glass"


def test_what_is_in_the_shop_is_not_edited_behind_the_brand(aster: Brand, desk: Api, ravi: Any) -> None:
    with brand_scope(aster):
        product = make_product(seller=ravi.seller)
    waiting = desk.patch(f"products/{product.pk}", {"title": "Other"})["data"]
    assert (waiting["title"], waiting["change"]["status"]) == (product.title, "pending")


def test_a_rival_learns_nothing(desk: Api, rival: Api) -> None:
    """ASVS item 2."""
    product = desk.post("products", FLAT)["data"]
    offer = product["variants"][0]["offer"]["id"]
    assert rival.get("products")["data"] == []
    assert rival.get("offers")["data"] == []
    assert rival.get("stock-movements")["data"] == []
    calls = [
        ("GET", f"products/{product['id']}", None),
        ("PATCH", f"products/{product['id']}", {"title": "Mine"}),
        ("POST", f"products/{product['id']}/proposal", {}),
        ("PATCH", f"offers/{offer}", {"price_minor": 1}),
        ("POST", f"offers/{offer}/stock-adjustments", {"delta": 1, "reason": "received"}),
        ("POST", "offers", {"sku": "RT-1", "price_minor": 100, "mrp_minor": 100}),
    ]
    for method, path, body in calls:
        rival.call(method, path, body, key="k1")
        assert rival.status == 404, (method, path)


def test_the_neighbour_brand_knows_neither(birch: Brand, desk: Api, nia: Any) -> None:
    product = desk.post("products", FLAT)["data"]
    neighbour = Api("admin", birch, nia.user)
    neighbour.get(f"products/{product['id']}")
    assert neighbour.status == 403
    Api("customer", birch).get(f"products/{product['slug']}")
    with brand_scope(birch):
        assert not Product.objects.exists()


def test_a_rival_may_offer_what_is_in_the_shop(aster: Brand, rival: Api, ravi: Any) -> None:
    with brand_scope(aster):
        offer = make_offer(make_product(seller=ravi.seller), seller=ravi.seller)
        sku = offer.variant.sku
    made = rival.post("offers", {"sku": sku, "price_minor": 38_000, "mrp_minor": 45_000, "stock": 3})["data"]
    assert (rival.status, made["available"]) == (201, 3)
    rival.post("offers", {"sku": sku, "price_minor": 38_000, "mrp_minor": 45_000})
    assert rival.status == 409


def test_a_price_change_leaves_a_record(aster: Brand, desk: Api) -> None:
    offer = desk.post("products", FLAT)["data"]["variants"][0]["offer"]
    changed = desk.patch(f"offers/{offer['id']}", {"price_minor": 35_000})["data"]
    assert (changed["price"]["minor"], changed["mrp"]["minor"]) == (35_000, 45_000)
    with brand_scope(aster):
        entry = AuditEntry.objects.get(action="offer.repriced")
        assert (entry.before, entry.after) == ({"price_minor": 39_000}, {"price_minor": 35_000})
        assert entry.actor_kind == "seller"
    desk.patch(f"offers/{offer['id']}", {"price_minor": 50_000})
    assert desk.status == 422
    with brand_scope(aster):
        assert Offer.objects.get().price_minor == 35_000


def test_counting(aster: Brand, desk: Api) -> None:
    offer = desk.post("products", FLAT)["data"]["variants"][0]["offer"]["id"]
    body = {"delta": -3, "reason": "corrected", "note": "Broken"}
    for _ in range(2):
        assert desk.post(f"offers/{offer}/stock-adjustments", body, key="once")["data"]["on_hand"] == 4
    desk.post(f"offers/{offer}/stock-adjustments", {"delta": -9, "reason": "corrected"}, key="two")
    assert desk.status == 409
    desk.post(f"offers/{offer}/stock-adjustments", {"delta": 1, "on_hand": 2, "reason": "corrected"}, key="three")
    assert desk.status == 422
    first, second = desk.get("stock-movements")["data"]
    assert (first["delta"], first["balance_after"], first["note"]) == (-3, 4, "Broken")
    assert (second["delta"], second["sku"]) == (7, "RT-1")
    assert [row["low_stock"] for row in desk.get("offers", low_stock="true")["data"]] == [True]
    with brand_scope(aster):
        assert Stock.objects.get().on_hand == 4


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"hsn": "12"}, "hsn"),
        ({"country_of_origin": "India"}, "country_of_origin"),
        ({"category": "nope"}, "category"),
        ({"mrp_minor": 1}, "mrp_minor"),
        ({"colour": "red"}, "colour"),
        ({"title": ""}, "title"),
    ],
)
def test_bad_input_is_named(desk: Api, change: dict[str, Any], field: str) -> None:
    refusal = desk.post("products", FLAT | change)
    assert desk.status == 422
    assert field in refusal["error"]["details"]
    assert desk.get("products")["meta"]["total"] == 0


def test_a_sku_is_used_once(desk: Api) -> None:
    desk.post("products", FLAT)
    desk.post("products", FLAT)
    assert desk.status == 422
    assert desk.get("products", q="rt-1")["meta"]["total"] == 1
