"""A file from the seller's hands into the catalogue, again, and back out."""

from __future__ import annotations

from typing import Any

import pytest

from haat.catalog.models import Category, Offer, Product, Variant
from haat.inventory.models import Stock
from haat.tenancy.context import brand_scope
from tests.goods import make_category
from tests.imports.files import brought, csv_of, line, rows_of, xlsx_of

TWO = [line(), line(sku="CB-2", option1_value="2 l", price="1,199.00", mrp="₹1,400", title="")]


@pytest.fixture
def shop(aster: Any, ravi: Any, api: Any) -> Any:
    with brand_scope(aster):
        make_category("bottles")
    return api("seller", aster, ravi.user)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_rows_become_a_draft_with_variants_offers_and_stock(aster: Any, ravi: Any, shop: Any, form: str) -> None:
    body = csv_of(TWO) if form == "csv" else xlsx_of(TWO)
    row = brought(shop, aster, body, f"goods.{form}")
    assert (row["status"], row["done"]) == ("done", {"create": 2, "change": 0, "unchanged": 0, "refused": 0})
    with brand_scope(aster):
        product = Product.objects.get()
        assert (product.title, product.status, product.seller_id) == ("Copper bottle", "draft", ravi.seller.pk)
        assert product.missing == ["net quantity", "manufacturer or packer", "picture"]
        assert [one.label for one in product.variants.all()] == ["1 l", "2 l"]
        prices = Offer.objects.order_by("price_minor").values_list("price_minor", "mrp_minor", "seller_id")
        assert list(prices) == [(79_900, 95_000, ravi.seller.pk), (119_900, 140_000, ravi.seller.pk)]
        assert list(Stock.objects.values_list("on_hand", flat=True)) == [12, 12]


def test_a_row_without_a_code_gets_that_of_its_category(aster: Any, shop: Any) -> None:
    with brand_scope(aster):
        Category.objects.filter(slug="bottles").update(hsn="7418")
    brought(shop, aster, csv_of([line(sku="A", hsn=""), line(sku="B", option1_value="2 l", hsn="74181022")]))
    with brand_scope(aster):
        assert dict(Variant.objects.values_list("sku", "hsn")) == {"A": "7418", "B": "74181022"}


def test_a_check_writes_nothing(aster: Any, shop: Any) -> None:
    row = brought(shop, aster, csv_of(TWO), until="check")
    assert (row["status"], row["checked"]["create"], row["actions"]) == (
        "checked",
        2,
        ["map", "check", "run", "discard"],
    )
    with brand_scope(aster):
        assert not Product.objects.exists()
        assert not Variant.objects.exists()
    assert [one["outcome"] for one in rows_of(shop, row)] == ["create", "create"]


def test_the_same_file_again_changes_nothing(aster: Any, shop: Any) -> None:
    brought(shop, aster, csv_of(TWO))
    with brand_scope(aster):
        before = list(Product.objects.values()), list(Offer.objects.order_by("pk").values())
    row = brought(shop, aster, csv_of(TWO), until="check")
    assert row["checked"] == {"create": 0, "change": 0, "unchanged": 2, "refused": 0}
    assert "run" not in row["actions"]
    with brand_scope(aster):
        assert (list(Product.objects.values()), list(Offer.objects.order_by("pk").values())) == before


def test_what_differs_changes_and_nothing_else(aster: Any, shop: Any) -> None:
    brought(shop, aster, csv_of(TWO))
    row = brought(shop, aster, csv_of([line(price="700", stock="5"), TWO[1]]))
    assert row["done"] == {"create": 0, "change": 1, "unchanged": 1, "refused": 0}
    with brand_scope(aster):
        offer = Offer.objects.get(variant__sku="CB-1")
        assert (offer.price_minor, Stock.objects.get(offer=offer).on_hand) == (70_000, 5)
