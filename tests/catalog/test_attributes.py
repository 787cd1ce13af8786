"""Typed attributes: staff define them, sellers fill them in, shoppers filter by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from haat.catalog.models import Attribute, AttributeValue, Category
from haat.core import generation
from haat.tenancy.context import brand_scope
from tests.goods import make_category, make_product
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

COLOURS = [{"label": "Amber", "swatch": "#c47a1e"}, {"label": "Clear", "swatch": "#eef2f3"}]
CAPACITY = {"code": "capacity", "name": "Capacity", "kind": "number", "unit": "ml", "is_facet": True}
COLOUR = {"code": "colour", "name": "Colour", "kind": "colour", "is_facet": True, "is_axis": True, "choices": COLOURS}
SAFE = {"code": "safe", "name": "Dishwasher safe", "kind": "boolean", "is_facet": True}
MADE_OF = {"code": "made-of", "name": "Made of", "kind": "choices", "choices": [{"label": "Glass"}, {"label": "Cork"}]}
TUMBLER = {
    "title": "Ribbed tumbler", "category": "tumblers", "description": "Glass", "country_of_origin": "IN",
    "manufacturer": "Ravi Glass, Pune 411001",
}  # fmt: skip


def _variant(sku: str, colour: str, **more: Any) -> dict[str, Any]:
    options = [{"name": "colour", "value": colour}]
    numbers = {"price_minor": 39_000, "mrp_minor": 45_000, "stock": 5}
    return {"sku": sku, "options": options, "hsn": "70133700", "net_quantity": "1 N", **numbers, **more}


@pytest.fixture
def glass(aster: Brand, staff: Api, desk: Api) -> dict[str, str]:
    """Attributes by code, placed on the category above tumblers."""
    with brand_scope(aster):
        above = make_category("glassware")
        Category.objects.filter(slug="tumblers").update(parent=above)
    made = {}
    for spec in (CAPACITY, COLOUR, SAFE, MADE_OF):
        made[str(spec["code"])] = staff.post("attributes", spec | {"category_ids": [str(above.pk)]})["data"]["id"]
        assert staff.status == 201
    return made


@pytest.fixture
def shop(aster: Brand, glass: dict[str, str], desk: Api, staff: Api) -> Any:
    """Two products in the shop: amber and clear of 250 ml, amber of 400 ml."""
    for title, sku, capacity, colours in (("Small", "S", "250", ["amber", "Clear"]), ("Large", "L", 400, ["AMBER"])):
        product = desk.post(
            "products",
            TUMBLER | {
                "title": title, "attributes": {"capacity": capacity, "safe": True, "made-of": ["glass", "Cork"]},
                "variants": [_variant(f"{sku}-{colour}", colour) for colour in colours],
            },
        )["data"]  # fmt: skip
        desk.post(f"products/{product['id']}/proposal")
        staff.post(f"products/{product['id']}/publication")
        assert staff.status == 200
    run_jobs(aster, only="search")
    return glass


def test_a_category_has_what_is_above_it(glass: dict[str, str], desk: Api) -> None:
    rows = desk.get("categories/tumblers/attributes")["data"]
    assert {row["code"] for row in rows} == {"capacity", "colour", "safe", "made-of"}
    assert next(row for row in rows if row["code"] == "colour")["choices"][0] == {"label": "Amber", "swatch": "#c47a1e"}


def test_values_come_back_as_they_are_meant(glass: dict[str, str], desk: Api) -> None:
    given = {"capacity": "250 ml", "safe": False, "made-of": ["cork", "GLASS"]}
    made = desk.post("products", TUMBLER | {"attributes": given, "variants": [_variant("A", "amber")]})["data"]
    assert made["attributes"] == {"capacity": "250", "safe": False, "made-of": ["Glass", "Cork"]}
    assert made["variants"][0]["options"] == [{"name": "Colour", "value": "Amber"}]
    changed = desk.patch(f"products/{made['id']}", {"attributes": {"capacity": "0.5", "safe": None}})["data"]
    assert changed["attributes"] == {"capacity": "0.5", "made-of": ["Glass", "Cork"]}
    one = {"id": made["variants"][0]["id"], "attributes": {"capacity": 300}}
    assert desk.patch(f"products/{made['id']}", {"variants": [one]})["data"]["variants"][0]["attributes"] == {
        "capacity": "300"
    }
    refusal = desk.patch(f"products/{made['id']}", {"variants": [one | {"attributes": {"capacity": "much"}}]})
    fault = {"capacity": ["Capacity: “much” is no number."]}
    assert refusal["error"]["details"] == {"variants": {"0": {"attributes": fault}}}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"capacity": "much"}, "Capacity: “much” is no number."),
        ({"capacity": "1.23456"}, "Capacity: give a number"),
        ({"capacity": "NaN"}, "Capacity: give a number"),
        ({"safe": "yes"}, "Dishwasher safe: this must be yes or no."),
        ({"made-of": ["Wood"]}, "Made of: “Wood” is none of its choices"),
        ({"weight": 1}, "“weight” is no attribute of this category."),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(glass: dict[str, str], desk: Api, given: Any, words: str) -> None:
    refusal = desk.post("products", TUMBLER | {"attributes": given})
    assert desk.status == 422
    assert refusal["error"]["details"]["attributes"][next(iter(given))][0].startswith(words)
    assert desk.get("products")["meta"]["total"] == 0


def test_an_axis_takes_only_its_choices(glass: dict[str, str], desk: Api) -> None:
    desk.post("products", TUMBLER | {"variants": [_variant("A", "Purple")]})
    assert desk.status == 422


def test_the_database_refuses_a_value_of_another_kind(aster: Brand, glass: dict[str, str]) -> None:
    with brand_scope(aster):
        row = Attribute.objects.get(code="capacity")
        product = make_product()
        for columns in ({"text": "250"}, {"number": 1, "text": "x"}, {}):
            with pytest.raises(IntegrityError), transaction.atomic():
                AttributeValue.objects.create(product=product, attribute=row, kind="number", **columns)


def test_a_required_attribute_stops_the_proposal(aster: Brand, glass: dict[str, str], desk: Api, staff: Api) -> None:
    known = staff.get(f"attributes/{glass['capacity']}")["data"]
    body = CAPACITY | {"is_required": True, "category_ids": [row["id"] for row in known["categories"]]}
    assert staff.call("PUT", f"attributes/{glass['capacity']}", body)["data"]["is_required"]
    made = desk.post("products", TUMBLER | {"variants": [_variant("A", "amber")]})["data"]
    assert made["missing"][0] == "attribute: Capacity"
    assert desk.post(f"products/{made['id']}/proposal")["error"]["details"] == {
        "attributes": ["Say what its Capacity is."]
    }
    desk.patch(f"products/{made['id']}", {"attributes": {"capacity": 200}})
    assert desk.post(f"products/{made['id']}/proposal")["data"]["status"] == "proposed"


def test_shoppers_filter_by_kind(shop: Any, visitor: Api) -> None:
    answer = visitor.get("products", category="tumblers")
    facets, kinds = answer["meta"]["facets"], answer["meta"]["kinds"]
    assert list(answer["meta"]["attributes"])[:2] == ["capacity", "colour"]
    assert [(row["label"], row["count"], row["swatch"]) for row in facets["colour"]] == [
        ("Amber", 2, "#c47a1e"), ("Clear", 1, "#eef2f3"),
    ]  # fmt: skip
    assert kinds["capacity"] == {"kind": "number", "unit": "ml", "min": "250", "max": "400"}
    assert "made of" not in facets  # no filter, so not one by its text either


FOUND = {
    "attr=capacity:200..300": {"Small"},
    "attr=capacity:300..": {"Large"},
    "attr=capacity:..250&attr=colour:clear": {"Small"},
    "attr=capacity:900..": set(),
    "attr=colour:amber&attr=capacity:250..400": {"Small", "Large"},
    "attr=colour:clear&attr=capacity:400..": set(),
    "attr=dishwasher safe:yes": {"Small", "Large"},
}


def test_ranges_and_choices_together(shop: Any, visitor: Api) -> None:
    found = {}
    for query in FOUND:
        answer = visitor.get(f"/api/v1/customer/products?category=tumblers&{query}")
        found[query] = {row["title"] for row in answer["data"]}
    assert found == FOUND


def test_counts_beside_a_chosen_range_are_disjunctive(shop: Any, visitor: Api) -> None:
    meta = visitor.get("/api/v1/customer/products?category=tumblers&attr=capacity:400..")["meta"]
    assert [row["count"] for row in meta["facets"]["capacity"]] == [1, 1]
    assert meta["kinds"]["capacity"]["min"] == "250"
    visitor.get("/api/v1/customer/products?attr=capacity:few..")
    assert visitor.status == 422


def test_the_page_says_it_in_words(shop: Any, visitor: Api) -> None:
    slug = visitor.get("products", q="small")["data"][0]["slug"]
    page = visitor.get(f"products/{slug}")["data"]
    assert [(row["name"], row["value"]) for row in page["attributes"]] == [
        ("Capacity", "250 ml"), ("Dishwasher safe", "Yes"), ("Made of", "Glass, Cork"),
    ]  # fmt: skip
    assert page["manufacturer"] == "Ravi Glass, Pune 411001"


def test_a_filter_that_is_switched_off_is_gone(aster: Brand, shop: Any, staff: Api, visitor: Api) -> None:
    staff.post(f"attributes/{shop['capacity']}/archive")
    run_jobs(aster, only="search")
    assert "capacity" not in visitor.get("products", category="tumblers")["meta"]["facets"]
    assert [row["code"] for row in staff.get("attributes", archived="true")["data"]] == ["capacity"]
    staff.delete(f"attributes/{shop['capacity']}/archive")
    run_jobs(aster, only="search")
    with brand_scope(aster):
        generation.bump()  # as the commit does, which a test has none of
    assert "capacity" in visitor.get("products", category="tumblers")["meta"]["facets"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "Price"}, "name"),
        ({"name": "colour"}, "name"),
        ({"kind": "text", "unit": ""}, "is_facet"),
        ({"kind": "boolean"}, "unit"),
        ({"kind": "choice", "unit": ""}, "choices"),
        ({"code": "colour"}, "code"),
        ({"category_ids": ["0190a0f0-0000-7000-8000-000000000000"]}, "categories"),
    ],
)
def test_a_wrong_attribute_is_named(glass: dict[str, str], staff: Api, change: Any, field: str) -> None:
    refusal = staff.post("attributes", CAPACITY | {"code": "volume", "name": "Volume"} | change)
    assert staff.status == 422
    assert field in refusal["error"]["details"]


def test_kind_and_code_stay(glass: dict[str, str], staff: Api) -> None:
    staff.call("PUT", f"attributes/{glass['capacity']}", CAPACITY | {"kind": "text", "unit": ""})
    assert staff.status == 409


def test_the_neighbour_sees_none_of_it(glass: dict[str, str], birch: Brand, neighbour: Api) -> None:
    neighbour.get("attributes")
    assert neighbour.status == 403
    with brand_scope(birch):
        assert not Attribute.objects.exists()
