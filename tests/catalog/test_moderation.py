"""Edits of what is in the shop wait for the brand: seen as a difference, decided, taken back, never applied blindly."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from haat.audit.models import AuditEntry
from haat.catalog.models import Decision, Media, Product, ProductChange, Variant
from haat.tenancy.context import brand_scope
from tests.goods import make_category, make_offer, make_product
from tests.support import Api

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

LAWFUL = {"manufacturer": "Ravi Glass, Pune 411001", "description": "Ribbed, mouth-blown, for water and lassi alike."}


@pytest.fixture
def product(aster: Brand, ravi: Any, desk: Api) -> Any:
    """In the shop, lawful, with one variant on sale."""
    with brand_scope(aster):
        made = make_product("Ribbed tumbler", slug="ribbed", seller=ravi.seller, **LAWFUL)
        variant = Variant.objects.create(product=made, sku="RT-1", hsn="70133700", net_quantity="1 N")
        make_offer(made, seller=ravi.seller, variant=variant)
        Media.objects.create(product=made, path="a.svg", alt="From the side")
    return made


def _edit(desk: Api, product: Any, body: dict[str, Any]) -> Any:
    answer = desk.patch(f"products/{product.pk}", body)
    assert desk.status == 200, answer
    return answer["data"]


def _decide(staff: Api, *wishes: dict[str, Any]) -> Any:
    answer = staff.post("moderation/decisions", {"decisions": list(wishes)})
    assert staff.status == 200, answer
    return answer["data"]


def _waiting(staff: Api) -> Any:
    return staff.get("moderation", tab="changes")["data"]


def test_the_shop_keeps_the_old_until_approval(product: Any, desk: Api, staff: Api, visitor: Api) -> None:
    shown = _edit(desk, product, {"title": "Ribbed glass", "tags": ["summer"]})
    assert (shown["title"], shown["tags"], shown["change"]["status"]) == ("Ribbed tumbler", ["summer"], "pending")
    assert visitor.get("products/ribbed")["data"]["title"] == "Ribbed tumbler"
    (row,) = _waiting(staff)
    assert [(line["label"], line["before"], line["after"]) for line in row["diff"]] == [
        ("Title", "Ribbed tumbler", "Ribbed glass")
    ]
    assert (row["actions"], row["outdated"]) == (["approve_change", "reject_change"], [])
    done = _decide(staff, {"id": row["id"], "verb": "approve_change"})
    assert done["outcomes"][0]["done"]
    assert visitor.get("/api/v1/customer/products/ribbed?again=1")["data"]["title"] == "Ribbed glass"
    assert desk.get(f"products/{product.pk}")["data"]["change"]["status"] == "approved"


def test_prices_never_wait(product: Any, desk: Api) -> None:
    offer = desk.get(f"products/{product.pk}")["data"]["variants"][0]["offer"]
    assert desk.patch(f"offers/{offer['id']}", {"price_minor": 35_000})["data"]["price"]["minor"] == 35_000
    assert desk.get(f"products/{product.pk}")["data"]["change"] is None


def test_a_rejection_is_read_word_for_word(product: Any, desk: Api, staff: Api) -> None:
    _edit(desk, product, {"title": "BEST TUMBLER, call 9876543210"})
    (row,) = _waiting(staff)
    assert {"contact"} <= {flag["code"] for flag in row["flags"]}
    _decide(staff, {"id": row["id"], "verb": "reject_change", "reason_code": "other", "reason": "No numbers, please."})
    change = desk.get(f"products/{product.pk}")["data"]["change"]
    assert (change["status"], change["reason"], change["reason_code"]) == ("rejected", "No numbers, please.", "other")
    assert staff.get("moderation", tab="rejected")["data"][0]["reason"] == "No numbers, please."


def test_a_reason_is_needed(product: Any, desk: Api, staff: Api) -> None:
    _edit(desk, product, {"title": "Other"})
    (row,) = _waiting(staff)
    (outcome,) = _decide(staff, {"id": row["id"], "verb": "reject_change", "reason_code": "other"})["outcomes"]
    assert (outcome["done"], outcome["code"]) == (False, "invalid")
    assert len(_waiting(staff)) == 1


def test_a_second_edit_joins_the_first(product: Any, desk: Api, staff: Api) -> None:
    _edit(desk, product, {"title": "One"})
    _edit(desk, product, {"title": "Two", "description": "New words."})
    (row,) = _waiting(staff)
    assert {line["field"]: line["after"] for line in row["diff"]} == {"title": "Two", "description": "New words."}
    _edit(desk, product, {"title": "Ribbed tumbler", "description": LAWFUL["description"]})
    assert _waiting(staff) == []


def test_a_seller_may_withdraw(product: Any, desk: Api, staff: Api, rival: Api) -> None:
    assert "withdraw_change" in _edit(desk, product, {"title": "Other"})["actions"]
    rival.delete(f"products/{product.pk}/change")
    assert rival.status == 404
    assert desk.delete(f"products/{product.pk}/change")["data"]["change"]["status"] == "withdrawn"
    assert _waiting(staff) == []
    desk.delete(f"products/{product.pk}/change")
    assert desk.status == 409


def test_an_outdated_change_is_not_applied(aster: Brand, product: Any, desk: Api, staff: Api) -> None:
    _edit(desk, product, {"title": "Sellers title", "description": "New words."})
    with brand_scope(aster):
        Product.objects.filter(pk=product.pk).update(title="Staffs title")
    (row,) = _waiting(staff)
    assert (row["outdated"], row["actions"]) == (["title"], ["rebase", "reject_change"])
    (outcome,) = _decide(staff, {"id": row["id"], "verb": "approve_change"})["outcomes"]
    assert outcome["code"] == "change_outdated"
    staff.post(f"product-changes/{row['id']}/rebase")
    assert staff.status == 200
    (row,) = _waiting(staff)
    assert next(line["before"] for line in row["diff"] if line["field"] == "title") == "Staffs title"
    assert _decide(staff, {"id": row["id"], "verb": "approve_change"})["outcomes"][0]["done"]


def test_a_new_variant_is_sold_after_approval(aster: Brand, product: Any, desk: Api, staff: Api, visitor: Api) -> None:
    new = {"sku": "RT-2", "options": [{"name": "Pack", "value": "Two"}], "hsn": "70133700", "net_quantity": "2 N",
           "price_minor": 70_000, "mrp_minor": 80_000, "stock": 4}  # fmt: skip
    old = {"id": desk.get(f"products/{product.pk}")["data"]["variants"][0]["id"]}
    shown = _edit(desk, product, {"variants": [old, new]})
    assert [(one["sku"], one["is_live"]) for one in shown["variants"]] == [("RT-1", True), ("RT-2", False)]
    assert [one["sku"] for one in visitor.get("products/ribbed")["data"]["variants"]] == ["RT-1"]
    (row,) = _waiting(staff)
    assert [(line["kind"], line["of"]) for line in row["diff"]] == [("new", "RT-2")]
    batch = _decide(staff, {"id": row["id"], "verb": "approve_change"})
    variants = visitor.get("/api/v1/customer/products/ribbed?again=1")["data"]["variants"]
    assert [(one["sku"], one["offers"][0]["in_stock"]) for one in variants] == [("RT-1", True), ("RT-2", True)]
    assert staff.delete(f"moderation/decisions/{batch['id']}")["data"]["outcomes"][0]["done"]
    variants = visitor.get("/api/v1/customer/products/ribbed?again=2")["data"]["variants"]
    assert [one["sku"] for one in variants] == ["RT-1"]


def test_variants_change_by_id(product: Any, desk: Api, staff: Api) -> None:
    one = desk.get(f"products/{product.pk}")["data"]["variants"][0]
    _edit(desk, product, {"variants": [{"id": one["id"], "net_quantity": "2 N", "weight_g": 900}]})
    (row,) = _waiting(staff)
    assert [(line["field"], line["of"], line["before"], line["after"]) for line in row["diff"]] == [
        ("net_quantity", "RT-1", "1 N", "2 N")
    ]
    _decide(staff, {"id": row["id"], "verb": "approve_change"})
    shown = desk.get(f"products/{product.pk}")["data"]["variants"][0]
    assert (shown["net_quantity"], shown["weight_g"]) == ("2 N", 900)


def test_undo_restores_exactly(aster: Brand, product: Any, desk: Api, staff: Api) -> None:
    with brand_scope(aster):
        proposed = make_product("Waiting", status="proposed", published_at=None, seller=product.seller, **LAWFUL)
        variant = Variant.objects.create(product=proposed, sku="W-1", hsn="70133700", net_quantity="1 N")
        make_offer(proposed, seller=product.seller, variant=variant)
    desk.patch(f"products/{product.pk}", {"category": None})
    assert desk.status == 422
    _edit(desk, product, {"title": "Other", "manufacturer": "", "description": "New."})
    (row,) = _waiting(staff)
    # without a manufacturer it is not lawful: that row is refused, the other is done
    batch = _decide(staff, {"id": row["id"], "verb": "approve_change"}, {"id": str(proposed.pk), "verb": "publish"})
    assert [one["done"] for one in batch["outcomes"]] == [False, True]
    _edit(desk, product, {"manufacturer": "Another Glass, Pune"})
    (row,) = _waiting(staff)
    again = _decide(staff, {"id": row["id"], "verb": "approve_change"})
    for one in (batch, again):
        assert all(row["done"] for row in staff.delete(f"moderation/decisions/{one['id']}")["data"]["outcomes"])
    with brand_scope(aster):
        now, back = Product.objects.get(pk=proposed.pk), Product.objects.get(pk=product.pk)
        assert (now.status, now.published_at) == ("proposed", None)
        assert (back.title, back.description) == ("Ribbed tumbler", LAWFUL["description"])
        assert ProductChange.objects.get().status == "pending"
        assert AuditEntry.objects.filter(action="product.decision_undone").count() == 2
    staff.delete(f"moderation/decisions/{again['id']}")
    assert staff.status == 404


def test_undo_is_refused_after_something_else_happened(product: Any, desk: Api, staff: Api, aster: Brand) -> None:
    _edit(desk, product, {"title": "Other"})
    (row,) = _waiting(staff)
    batch = _decide(staff, {"id": row["id"], "verb": "approve_change"})
    with brand_scope(aster):
        Product.objects.filter(pk=product.pk).update(title="Third")
    (outcome,) = staff.delete(f"moderation/decisions/{batch['id']}")["data"]["outcomes"]
    assert (outcome["done"], outcome["code"]) == (False, "not_now")
    with brand_scope(aster):
        assert Product.objects.get(pk=product.pk).title == "Third"


def test_undo_ends(product: Any, desk: Api, staff: Api, aster: Brand) -> None:
    _edit(desk, product, {"title": "Other"})
    (row,) = _waiting(staff)
    batch = _decide(staff, {"id": row["id"], "verb": "approve_change"})
    with brand_scope(aster):
        decision = Decision.objects.get()
        Decision.objects.update(decided_at=decision.decided_at - timedelta(minutes=11))
    staff.delete(f"moderation/decisions/{batch['id']}")
    assert staff.status == 409


def test_a_trusted_seller_is_not_asked(product: Any, desk: Api, staff: Api, ravi: Any) -> None:
    staff.call("PUT", f"seller-trust/{ravi.seller.pk}", {"is_trusted": True})
    assert _edit(desk, product, {"title": "Trusted"})["title"] == "Trusted"
    staff.call("PUT", f"seller-trust/{ravi.seller.pk}", {"is_trusted": None})
    assert _edit(desk, product, {"title": "Asked"})["title"] == "Trusted"


def test_a_seller_may_be_watched_where_the_brand_trusts(
    aster: Brand, product: Any, desk: Api, staff: Api, ravi: Any
) -> None:
    from haat.tenancy import hosts

    aster.settings["policies"]["auto_approve_products"] = True
    aster.save()
    hosts.forget()
    staff.call("PUT", f"seller-trust/{ravi.seller.pk}", {"is_trusted": False})
    assert _edit(desk, product, {"title": "Watched"})["change"]["status"] == "pending"


def test_neighbours_and_rivals_see_nothing(product: Any, desk: Api, rival: Api, staff: Api, neighbour: Api) -> None:
    _edit(desk, product, {"title": "Other"})
    (row,) = _waiting(staff)
    for method, path in (("GET", "moderation"), ("POST", f"product-changes/{row['id']}/rebase")):
        neighbour.call(method, path)
        assert neighbour.status == 403
    rival.get(f"products/{product.pk}")
    assert rival.status == 404


def test_the_category_of_a_change_is_checked(product: Any, desk: Api, aster: Brand, staff: Api) -> None:
    with brand_scope(aster):
        make_category("bowls")
    _edit(desk, product, {"category": "bowls"})
    (row,) = _waiting(staff)
    assert [(line["before"], line["after"]) for line in row["diff"]] == [("Tumblers", "Bowls")]
    desk.patch(f"products/{product.pk}", {"category": "nope"})
    assert desk.status == 422
