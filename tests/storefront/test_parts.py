"""The storefront's own small machinery, without a database."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from portals.customer import theme
from portals.customer.choice import Choice
from portals.customer.listing import Listing
from portals.customer.progress import REACHED, SAID, parcels


def variant(sku: str, stock: int, **options: str) -> dict[str, Any]:
    offer = {"id": sku, "in_stock": stock > 0, "left": stock, "price": {"minor": 100}, "mrp": {"minor": 120}}
    pairs = [{"name": name, "value": value} for name, value in options.items()]
    return {"sku": sku, "options": pairs, "offers": [offer], "buy_box": {"offer_id": sku}, "image": None}


GLASSES = [
    variant("clear-2", 5, colour="Clear", pack="2"), variant("clear-6", 5, colour="Clear", pack="6"),
    variant("blue-2", 0, colour="Blue", pack="2"), variant("blue-6", 9, colour="Blue", pack="6"),
]  # fmt: skip


def test_a_choice_keeps_what_was_chosen_on_the_other_axis() -> None:
    colour, pack = Choice(GLASSES, "clear-6").axes
    assert [value["sku"] for value in colour["values"]] == ["clear-6", "blue-6"]
    assert [value["sku"] for value in pack["values"]] == ["clear-2", "clear-6"]


def test_without_a_choice_the_first_that_can_be_bought_is_shown() -> None:
    choice = Choice([variant("out", 0, size="S"), variant("in", 4, size="M")], "")
    assert choice.variant
    assert choice.variant["sku"] == "in"
    assert choice.is_low


def test_the_picture_that_no_variant_claims_is_the_first_ones() -> None:
    variants = [variant("a", 1, shade="A"), variant("b", 1, shade="B") | {"image": {"url": "/b.svg"}}]
    (shade,) = Choice(variants, "", ["/a.svg", "/b.svg"]).axes
    assert [value["image"] for value in shade["values"]] == ["/a.svg", "/b.svg"]
    assert shade["has_pictures"]
    assert Choice(variants, "b", ["/a.svg", "/b.svg"]).picture == "/b.svg"


def test_sizes_that_share_a_picture_are_shown_as_words() -> None:
    (size,) = Choice([variant("s", 1, size="S"), variant("m", 1, size="M")], "", ["/one.svg"]).axes
    assert not size["has_pictures"]


def test_a_product_that_nobody_sells_is_no_error() -> None:
    choice = Choice([], "")
    assert (choice.offer, choice.left, choice.axes, choice.picture) == (None, 0, [], "")


def test_a_theme_value_of_the_wrong_form_never_reaches_the_stylesheet() -> None:
    """ASVS item 34."""
    look = theme.of({"primary": "red;} body{display:none", "radius": "1px}", "heading_font": '"};', "hero_layout": "x"})
    assert "display:none" not in look.css
    assert "}" not in look.css.removeprefix(":root{").removesuffix("}")
    assert look.layout == "stage"


@pytest.mark.parametrize(("accent", "ink"), [("#f5b041", "#16181d"), ("#5a3208", "#ffffff")])
def test_words_on_the_accent_can_be_read(accent: str, ink: str) -> None:
    assert f"--on-accent:{ink}" in theme.of({"accent": accent}).css


def test_equal_themes_have_one_address() -> None:
    assert theme.of({"primary": "#112233"}).digest == theme.of({"primary": "#112233"}).digest
    assert theme.of({"primary": "#112233"}).digest != theme.of({"primary": "#112234"}).digest


def listing(query: str) -> Listing:
    return Listing(
        QueryDict(query), fixed={"category": "skin"}, facet_names=("seller", "origin"), default_sort="featured"
    )


def test_a_list_asks_the_api_for_what_its_address_says() -> None:
    asked = listing("seller=a&seller=b&min_price=100&max_price=oops&in_stock=1&sort=price_down&page=3").params()
    assert asked == {
        "page": 3, "limit": 24, "sort": "price", "order": "desc", "category": "skin", "seller": ["a", "b"], "min_price": 100,
        "in_stock": "true",
    }  # fmt: skip


def test_long_lists_link_first_last_and_near_pages() -> None:
    found = listing("page=10")
    found.fill([], {"total": 24 * 20})
    assert found.around == [1, None, 9, 10, 11, None, 20]
    assert (found.previous, found.following) == (9, 11)


def test_every_state_of_a_parcel_has_words_and_a_place() -> None:
    from haat.orders.models import Order, SellerOrder

    assert {*Order.Status.values, *SellerOrder.Status.values} <= set(SAID)
    assert set(SellerOrder.Status.values) - {"declined", "cancelled"} == set(REACHED)


def test_a_parcels_history_is_its_own_newest_first() -> None:
    timeline = [{"text": "ordered", "part": None}, {"text": "other", "part": "X-B"}, {"text": "shipped", "part": "X-A"}]
    (one,) = parcels({"parts": [{"number": "X-A", "status": "shipped", "lines": []}], "timeline": timeline})
    assert [entry["text"] for entry in one["history"]] == ["shipped", "ordered"]
    assert [step["done"] for step in one["steps"]] == [True, True, True, True, False]
