"""What the product editor asks of the API: rows that come and go, two windows, and what would make it better."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.catalog.models import Variant
from haat.tenancy.context import brand_scope
from tests.catalog import pictures
from tests.goods import make_category, make_offer, make_product
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

pytestmark = pytest.mark.usefixtures("stored")


def row(colour: str, size: str, **more: Any) -> dict[str, Any]:
    options = [{"name": "Colour", "value": colour}, {"name": "Size", "value": size}]
    return {
        "sku": f"RT-{colour}-{size}",
        "options": options,
        "hsn": "70133700",
        "price_minor": 39_000,
        "mrp_minor": 45_000,
        "stock": 3,
    } | more


@pytest.fixture
def matrix(desk: Api) -> dict[str, Any]:
    rows = [row(colour, size) for colour in ("Red", "Blue") for size in ("S", "L")]
    made: dict[str, Any] = desk.post("products", {"title": "Ribbed tumbler", "variants": rows})["data"]
    return made


def ids(product: dict[str, Any]) -> list[dict[str, str]]:
    return [{"id": variant["id"]} for variant in product["variants"]]


def skus(product: dict[str, Any]) -> list[str]:
    return [variant["sku"] for variant in product["variants"]]


def test_rows_keep_their_place_price_and_count(desk: Api, matrix: dict[str, Any]) -> None:
    rows = ids(matrix)
    rows[1] |= {"price_minor": 41_000, "stock": 9, "barcode": "89012345"}
    product = desk.patch(f"products/{matrix['id']}", {"variants": [*rows, row("Green", "S")]})["data"]
    assert desk.status == 200
    assert skus(product) == [*skus(matrix), "RT-Green-S"]
    offers = [variant["offer"] for variant in product["variants"]]
    assert [(one["price"]["minor"], one["mrp"]["minor"], one["on_hand"]) for one in offers] == [
        (39_000, 45_000, 3), (41_000, 45_000, 9), (39_000, 45_000, 3), (39_000, 45_000, 3), (39_000, 45_000, 3),
    ]  # fmt: skip
    assert product["variants"][1]["barcode"] == "89012345"


def test_a_row_that_is_taken_out_comes_back_as_it_was(desk: Api, matrix: dict[str, Any], aster: Brand) -> None:
    gone = matrix["variants"][0]
    product = desk.patch(f"products/{matrix['id']}", {"removed_variants": [gone["id"]]})["data"]
    assert skus(product) == skus(matrix)[1:]
    assert product["stock"] == 9
    back = desk.patch(f"products/{matrix['id']}", {"variants": [*ids(product), row("Red", "S", stock=5)]})["data"]
    assert back["variants"][-1]["id"] == gone["id"], "with its history"
    assert back["variants"][-1]["offer"]["on_hand"] == 5
    desk.patch(f"products/{matrix['id']}", {"removed_variants": [gone["id"]]})
    again = desk.patch(f"products/{matrix['id']}", {"variants": [{"id": gone["id"]}, *ids(product)]})["data"]
    assert skus(again) == skus(matrix)
    with brand_scope(aster):
        assert Variant.objects.filter(product_id=matrix["id"]).count() == 4


def test_customers_do_not_see_a_row_that_was_taken_out(
    desk: Api, staff: Api, matrix: dict[str, Any], aster: Brand
) -> None:
    law = {"country_of_origin": "IN", "manufacturer": "Asha Glass, Firozabad"}
    rows = [one | {"net_quantity": "1 N"} for one in ids(matrix)]
    desk.patch(f"products/{matrix['id']}", law | {"category": "tumblers", "variants": rows})
    desk.patch(f"products/{matrix['id']}", {"removed_variants": [matrix["variants"][0]["id"]]})
    desk.post(f"products/{matrix['id']}/proposal")
    staff.post(f"products/{matrix['id']}/publication")
    assert staff.status == 200
    page = Api("customer", aster).get(f"products/{matrix['slug']}")["data"]
    assert skus(page) == skus(matrix)[1:]


def test_a_row_that_a_rival_offers_too_stays(desk: Api, matrix: dict[str, Any], aster: Brand) -> None:
    with brand_scope(aster):
        from tests.goods import make_seller

        variant = Variant.objects.get(sku="RT-Red-S")
        make_offer(variant.product, variant=variant, seller=make_seller("Meera"))
    answer = desk.patch(f"products/{matrix['id']}", {"removed_variants": [matrix["variants"][0]["id"]]})
    assert (desk.status, answer["error"]["code"]) == (409, "not_now")


@pytest.mark.parametrize(
    ("change", "place", "fault"),
    [
        ({"sku": " "}, 1, {"sku": ["Give a SKU."]}),
        ({"sku": "RT-Red-S"}, 1, {"sku": ["The SKU “RT-Red-S” stands in two rows."]}),
        ({"sku": "TAKEN"}, 1, {"sku": ["The SKU “TAKEN” is used already."]}),
        ({"price_minor": 50_000}, 2, {"mrp_minor": ["Below the price."]}),
        ({"hsn": "12"}, 0, {"hsn": ["An HSN code has 4, 6 or 8 digits."]}),
    ],
)
def test_a_fault_is_told_in_its_row(
    desk: Api, matrix: dict[str, Any], aster: Brand, change: dict[str, Any], place: int, fault: dict[str, list[str]]
) -> None:
    with brand_scope(aster):
        other = make_product("Other")
        Variant.objects.create(product=other, sku="TAKEN")
    rows = ids(matrix)
    rows[place] |= change
    answer = desk.patch(f"products/{matrix['id']}", {"description": "New", "variants": rows})
    assert desk.status == 422
    assert answer["error"]["details"]["variants"] == {
        str(place): fault,
        **({"0": fault} if "two rows" in str(fault) else {}),
    }
    assert desk.get(f"products/{matrix['id']}")["data"]["description"] == "", "nothing of it is written"


def test_skus_may_change_places(desk: Api, matrix: dict[str, Any]) -> None:
    rows = ids(matrix)
    rows[0] |= {"sku": "RT-NEW"}
    assert skus(desk.patch(f"products/{matrix['id']}", {"variants": rows})["data"])[0] == "RT-NEW"


def test_a_second_window_is_told_that_it_is_late(desk: Api, matrix: dict[str, Any]) -> None:
    address, seen = f"products/{matrix['id']}", matrix["revision"]
    first = desk.patch(address, {"description": "From the first window", "revision": seen})["data"]
    assert first["revision"] == seen + 1
    answer = desk.patch(address, {"description": "From the second", "revision": seen})
    assert (desk.status, answer["error"]["code"]) == (409, "changed_elsewhere")
    assert answer["error"]["details"] == {"revision": seen + 1}
    assert desk.get(address)["data"]["description"] == "From the first window"
    assert desk.patch(address, {"description": "From the second", "revision": seen + 1})["data"]["revision"] == seen + 2


def test_a_sale_or_a_count_is_no_edit(desk: Api, matrix: dict[str, Any]) -> None:
    offer = matrix["variants"][0]["offer"]["id"]
    desk.post(f"offers/{offer}/stock-adjustments", {"delta": -1, "reason": "corrected"}, key="k1")
    assert desk.get(f"products/{matrix['id']}")["data"]["revision"] == matrix["revision"]


def test_tips_are_concrete_and_the_score_follows(desk: Api, matrix: dict[str, Any], aster: Brand) -> None:
    assert matrix["quality"]["score"] == 0
    assert matrix["quality"]["tips"][0]["code"] == "description"
    lacking = {one["field"] for one in matrix["lacking"]}
    assert lacking == {"category", "country_of_origin", "manufacturer", "variants"}
    better = {
        "title": "Ribbed tumbler of hand-blown glass, 300 ml", "description": "Blown by hand in Firozabad. " * 8, "category": "tumblers",
        "country_of_origin": "IN", "manufacturer": "Asha Glass, Firozabad", "tags": ["glass", "tumbler", "gift"],
        "specifications": [{"name": name, "value": "x"} for name in ("Material", "Height", "Care")],
        "variants": [one | {"weight_g": 300, "net_quantity": "1 piece"} for one in ids(matrix)],
    }  # fmt: skip
    for number in range(3):
        desk.upload(f"products/{matrix['id']}/pictures", pictures.picture("jpeg", (1200 + number, 1000)), alt="Seen")
    run_jobs(aster, only="catalog.")
    product = desk.patch(f"products/{matrix['id']}", better)["data"]
    assert (product["quality"], product["lacking"], product["missing"]) == ({"score": 100, "tips": []}, [], [])


def test_a_preview_is_for_whoever_has_its_address(
    desk: Api, matrix: dict[str, Any], aster: Brand, birch: Brand
) -> None:
    address = "/preview/" + matrix["preview_url"].rpartition("/")[2]
    page = Api("customer", aster).client.get(address)
    assert page.status_code == 200
    text = page.content.decode()
    assert "Ribbed tumbler" in text
    assert 'name="robots" content="noindex"' in text
    assert 'action="/p/' not in text, "nothing can be bought here"
    assert page.headers["Cache-Control"] == "private, no-store"
    assert Api("customer", aster).client.get(f"/p/{matrix['slug']}").status_code == 404
    assert Api("customer", birch).client.get(address).status_code == 404
    assert Api("customer", aster).client.get(address[:-3] + "xxx").status_code == 404


def test_the_usual_code_of_a_category_is_suggested(
    desk: Api, matrix: dict[str, Any], aster: Brand, birch: Brand
) -> None:
    with brand_scope(aster):
        for _ in range(2):
            make_offer()
    with brand_scope(birch):
        Variant.objects.create(product=make_product(category=make_category("tumblers")), sku="B", hsn="11111111")
    product = desk.patch(f"products/{matrix['id']}", {"category": "tumblers"})["data"]
    assert product["hsn_suggestions"] == ["70133700"]


def test_the_brand_says_the_code_of_a_category_and_of_those_below(
    desk: Api, staff: Api, matrix: dict[str, Any], aster: Brand
) -> None:
    with brand_scope(aster):
        make_offer()
    home = staff.post("categories", {"name": "Home", "hsn": "7013"})["data"]
    (tumblers,) = [row for row in staff.get("categories")["data"] if row["slug"] == "tumblers"]
    staff.patch(f"categories/{tumblers['id']}", {"parent_id": home["id"]})
    product = desk.patch(f"products/{matrix['id']}", {"category": "tumblers"})["data"]
    assert product["hsn_suggestions"] == ["7013", "70133700"]
    staff.patch(f"categories/{tumblers['id']}", {"hsn": "70139900"})
    assert desk.get(f"products/{matrix['id']}")["data"]["hsn_suggestions"] == ["70139900", "70133700"]
    refusal = staff.patch(f"categories/{tumblers['id']}", {"hsn": "701"})
    assert (staff.status, refusal["error"]["details"]) == (422, {"hsn": ["An HSN code has 4, 6 or 8 digits."]})
