"""The editor on what is in the shop: what was written waits whole, can be gone on with, and bypasses nobody."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from haat.catalog.models import Media, ProductChange, Variant
from haat.tenancy.context import brand_scope
from tests.goods import make_category, make_offer, make_product
from tests.support import Api

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

NEW = {"sku": "RT-3", "options": [{"name": "Pack", "value": "Three"}], "hsn": "70133700", "net_quantity": "3 N",
       "price_minor": 90_000, "mrp_minor": 99_000, "stock": 4}  # fmt: skip
AGAIN = count()  # answers are kept by their address


@pytest.fixture
def product(aster: Brand, ravi: Any, desk: Api) -> Any:
    """In the shop with two variants on sale."""
    with brand_scope(aster):
        made = make_product("Ribbed tumbler", slug="ribbed", seller=ravi.seller, manufacturer="Ravi Glass, Pune")
        for number in (1, 2):
            options = [{"name": "Pack", "value": str(number)}]
            variant = Variant.objects.create(
                product=made, sku=f"RT-{number}", hsn="70133700", net_quantity="1 N", options=options, position=number
            )
            make_offer(made, seller=ravi.seller, variant=variant)
        Media.objects.create(product=made, path="a.svg", alt="From the side")
    return made


@pytest.fixture
def edit(desk: Api, product: Any) -> Any:
    def send(**body: Any) -> Any:
        answer = desk.patch(f"products/{product.pk}", body)
        assert desk.status == 200, answer
        return answer["data"]

    return send


def shown(brand: Brand) -> list[str]:
    page = Api("customer", brand).get(f"/api/v1/customer/products/ribbed?again={next(AGAIN)}")["data"]
    return [one["sku"] for one in page["variants"]]


def decide(staff: Api, verb: str, **more: Any) -> Any:
    (row,) = staff.get("moderation", tab="changes")["data"]
    batch = staff.post("moderation/decisions", {"decisions": [{"id": row["id"], "verb": verb} | more]})["data"]
    assert batch["outcomes"][0]["done"], batch
    return batch


def id_of(answer: Any, sku: str) -> str:
    return next(str(one["id"]) for one in answer["variants"] if one["sku"] == sku)


def test_taking_a_variant_out_waits(edit: Any, desk: Api, staff: Api, product: Any, aster: Brand) -> None:
    now = desk.get(f"products/{product.pk}")["data"]
    answer = edit(removed_variants=[id_of(now, "RT-1")])
    assert [(one["sku"], one["is_live"]) for one in answer["variants"]] == [("RT-1", True), ("RT-2", True)]
    assert answer["change"]["wanted"] == {"variants": {id_of(now, "RT-1"): {"is_removed": True}}}
    assert [(one["label"], one["before"], one["after"]) for one in answer["change"]["diff"]] == [
        ("Variant taken out", "RT-1", None)
    ]
    assert answer["edits_wait"]
    assert shown(aster) == ["RT-1", "RT-2"]
    batch = decide(staff, "approve_change")
    assert shown(aster) == ["RT-2"]
    assert [one["sku"] for one in desk.get(f"products/{product.pk}")["data"]["variants"]] == ["RT-2"]
    assert staff.delete(f"moderation/decisions/{batch['id']}")["data"]["outcomes"][0]["done"]
    assert shown(aster) == ["RT-1", "RT-2"]
    with brand_scope(aster):
        assert ProductChange.objects.get().status == "pending"


def test_a_variant_that_is_named_again_stays(edit: Any, desk: Api, product: Any) -> None:
    now = desk.get(f"products/{product.pk}")["data"]
    first, second = id_of(now, "RT-1"), id_of(now, "RT-2")
    edit(removed_variants=[first], title="Other")
    answer = edit(variants=[{"id": first}, {"id": second}])
    assert answer["change"]["wanted"] == {"title": "Other"}


def test_what_was_taken_out_comes_back_only_with_the_brand(
    edit: Any, desk: Api, staff: Api, product: Any, aster: Brand
) -> None:
    now = desk.get(f"products/{product.pk}")["data"]
    first, second = id_of(now, "RT-1"), id_of(now, "RT-2")
    edit(removed_variants=[first])
    decide(staff, "approve_change")
    answer = edit(variants=[{"id": second}, {"id": first}])
    assert (answer["change"]["status"], shown(aster)) == ("pending", ["RT-2"])
    decide(staff, "approve_change")
    assert shown(aster) == ["RT-2", "RT-1"]


def test_a_new_variant_goes_with_its_change(edit: Any, desk: Api, product: Any, aster: Brand) -> None:
    now = desk.get(f"products/{product.pk}")["data"]
    kept = [{"id": one["id"]} for one in now["variants"]]
    fresh = id_of(edit(variants=[*kept, NEW]), "RT-3")
    answer = edit(variants=[*kept, {"id": fresh, "net_quantity": "33 N"}])
    wanted = answer["change"]["wanted"]["variants"][fresh]
    assert (wanted["sku"], wanted["net_quantity"]) == ("RT-3", "33 N")
    assert edit(removed_variants=[fresh])["change"] is None, "it was never in the shop"
    again = edit(variants=[*kept, NEW])
    assert id_of(again, "RT-3") == fresh
    assert shown(aster) == ["RT-1", "RT-2"]
    revision = again["revision"]
    gone = desk.delete(f"products/{product.pk}/change")["data"]
    assert [one["sku"] for one in gone["variants"]] == ["RT-1", "RT-2"]
    assert gone["revision"] == revision + 1, "an editor that shows the change is told"


def test_one_change_however_often_it_is_saved(edit: Any, aster: Brand) -> None:
    revision = edit(title="A")["revision"]
    for title in ("Ab", "Abc", "Abcd"):
        answer = edit(title=title, revision=revision)
        revision = answer["revision"]
    with brand_scope(aster):
        assert ProductChange.objects.count() == 1
    assert answer["change"]["wanted"] == {"title": "Abcd"}
    assert answer["title"] == "Ribbed tumbler"


def test_own_facts_of_a_variant_wait_together_and_are_applied(
    edit: Any, desk: Api, staff: Api, aster: Brand, product: Any
) -> None:
    with brand_scope(aster):
        place = str(product.category_id)
    for code in ("depth", "height"):
        spec = {"code": code, "name": code.title(), "kind": "number", "unit": "mm", "category_ids": [place]}
        staff.post("attributes", spec)
    pk = id_of(edit(), "RT-1")
    edit(variants=[{"id": pk, "attributes": {"depth": "40"}}])
    waits = edit(variants=[{"id": pk, "attributes": {"height": "90"}}])["change"]
    assert waits["wanted"]["variants"][pk]["attributes"] == {"depth": "40", "height": "90"}
    assert [(row["label"], row["of"], row["after"]) for row in waits["diff"]] == [
        ("Depth", "RT-1", "40 mm"), ("Height", "RT-1", "90 mm"),
    ]  # fmt: skip
    decide(staff, "approve_change")
    told = {one["sku"]: one["attributes"] for one in desk.get(f"products/{product.pk}")["data"]["variants"]}
    assert told == {"RT-1": {"depth": "40", "height": "90"}, "RT-2": {}}


def test_facts_of_a_category_that_waits_are_taken(edit: Any, desk: Api, staff: Api, aster: Brand, product: Any) -> None:
    with brand_scope(aster):
        bowls = make_category("bowls")
    spec = {"code": "depth", "name": "Depth", "kind": "number", "unit": "mm", "category_ids": [str(bowls.pk)]}
    staff.post("attributes", spec)
    edit(category="bowls")
    assert edit(attributes={"depth": "40"})["change"]["wanted"] == {"category": "bowls", "attributes": {"depth": "40"}}
    refusal = desk.patch(f"products/{product.pk}", {"attributes": {"depth": "deep"}})
    assert refusal["error"]["details"]["attributes"] == {"depth": ["Depth: “deep” is no number."]}
    decide(staff, "approve_change")
    now = edit(category="tumblers", attributes={"depth": None})
    assert now["attributes"] == {"depth": "40"}
    decide(staff, "approve_change")
    assert desk.get(f"products/{product.pk}")["data"]["attributes"] == {}


def test_a_rivals_variant_stays_and_a_rival_removes_nothing(
    edit: Any, desk: Api, rival: Api, product: Any, aster: Brand, meera: Any
) -> None:
    now = desk.get(f"products/{product.pk}")["data"]
    first = id_of(now, "RT-1")
    rival.patch(f"products/{product.pk}", {"removed_variants": [first]})
    assert rival.status == 404
    with brand_scope(aster):
        variant = Variant.objects.get(sku="RT-1")
        make_offer(product, variant=variant, seller=meera.seller)
        other = Variant.objects.create(product=make_product("Other"), sku="OTHER")
    desk.patch(f"products/{product.pk}", {"removed_variants": [first]})
    assert desk.status == 409
    desk.patch(f"products/{product.pk}", {"removed_variants": [str(other.pk)]})
    assert desk.status == 422
