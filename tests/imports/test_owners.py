"""Whose goods a file may touch."""

from __future__ import annotations

from typing import Any

import pytest

from haat.catalog.models import Offer, Product, Variant
from haat.tenancy.context import brand_scope
from tests.goods import make_category, make_offer, make_product
from tests.imports.files import HEADER, brought, csv_of, line, rows_of, send


@pytest.fixture
def hers(aster: Any, meera: Any) -> Any:
    """A product of Meera's in the shop."""
    with brand_scope(aster):
        product = make_product("Meera bowl", seller=meera.seller, category=make_category("bottles"), slug="meera-bowl")
        variant = Variant.objects.create(product=product, sku="MB-1", hsn="70133700")
        make_offer(product, seller=meera.seller, variant=variant)
        return product


def test_a_seller_offers_on_a_rivals_product_and_changes_none_of_its_words(
    aster: Any, ravi: Any, hers: Any, api: Any
) -> None:
    shop = api("seller", aster, ravi.user)
    row = brought(
        shop, aster, csv_of([line(handle="", sku="MB-1", title="Mine now", option1_name="", option1_value="")])
    )
    assert row["done"]["create"] == 1
    assert "only price and stock are taken" in rows_of(shop, row)[0]["message"]
    with brand_scope(aster):
        assert Product.objects.get().title == "Meera bowl"
        assert Offer.objects.filter(variant__sku="MB-1").count() == 2


def test_a_sku_of_a_rivals_draft_is_no_door_to_it(aster: Any, ravi: Any, hers: Any, api: Any) -> None:
    with brand_scope(aster):
        Product.objects.update(status="draft")
    shop = api("seller", aster, ravi.user)
    row = brought(shop, aster, csv_of([line(handle="meera-bowl", sku="MB-1")]), until="check")
    assert rows_of(shop, row)[0]["message"].startswith("The SKU “MB-1” is used by another product")


def test_the_handle_of_a_rivals_product_makes_a_product_of_ones_own(aster: Any, ravi: Any, hers: Any, api: Any) -> None:
    row = brought(api("seller", aster, ravi.user), aster, csv_of([line(handle="meera-bowl")]))
    assert row["done"]["create"] == 1
    with brand_scope(aster):
        mine = Product.objects.get(seller=ravi.seller)
        assert mine.slug.startswith("meera-bowl-")
        assert Product.objects.get(pk=hers.pk).title == "Meera bowl"


def test_a_seller_cannot_name_another_seller(aster: Any, ravi: Any, meera: Any, api: Any) -> None:
    with brand_scope(aster):
        make_category("bottles")
    shop = api("seller", aster, ravi.user)
    body = csv_of([[*line(), "meera-crafts"], [*line(sku="CB-2"), "ravi-traders"]], f"{HEADER},seller")
    row = brought(shop, aster, body)
    (refused,) = rows_of(shop, row, outcome="refused")
    assert refused["message"] == "“meera-crafts” is not your shop. Leave this column out."
    assert row["done"]["create"] == 1
    answer = shop.call(
        "PUT", f"imports/{row['id']}/mapping", {"columns": row["columns"], "options": {"seller": "meera-crafts"}}
    )
    assert shop.status in {409, 422}, answer


def test_staff_bring_in_goods_of_any_seller_by_a_column(aster: Any, ravi: Any, meera: Any, nia: Any, api: Any) -> None:
    with brand_scope(aster):
        make_category("bottles")
    staff = api("admin", aster, nia.user)
    rows = [[*line(), "ravi-traders"], [*line(), "meera-crafts"], [*line(sku="CB-2"), "nobody"]]
    row = brought(staff, aster, csv_of(rows, f"{HEADER},seller"))
    assert row["done"] == {"create": 2, "change": 0, "unchanged": 0, "refused": 1}
    with brand_scope(aster):
        assert set(Offer.objects.values_list("seller__slug", flat=True)) == {"ravi-traders", "meera-crafts"}
        assert Variant.objects.count() == 1


def test_words_of_what_is_in_the_shop_need_the_brand(aster: Any, ravi: Any, api: Any) -> None:
    with brand_scope(aster):
        make_category("bottles")
    shop = api("seller", aster, ravi.user)
    brought(shop, aster, csv_of([line()]))
    with brand_scope(aster):
        Product.objects.update(status="published", published_at="2026-01-01T00:00:00Z")
    row = brought(shop, aster, csv_of([line(title="Other")]), until="check")
    assert "the brand must agree" in rows_of(shop, row)[0]["message"]
    row = brought(shop, aster, csv_of([line(price="700")]))
    assert row["done"]["change"] == 1


def test_neither_a_rival_nor_a_neighbour_sees_a_file(
    aster: Any, birch: Any, ravi: Any, meera: Any, nia: Any, api: Any
) -> None:
    row = send(api("seller", aster, ravi.user), csv_of([line()]))["data"]
    rival = api("seller", aster, meera.user)
    assert rival.get("imports")["data"] == []
    rival.get(f"imports/{row['id']}")
    assert rival.status == 404
    rival.post(f"imports/{row['id']}/moves", {"verb": "discard"})
    assert rival.status == 404
    assert [one["id"] for one in api("admin", aster, nia.user).get("imports")["data"]] == [row["id"]]
    with brand_scope(birch):
        from haat.imports.models import Import

        assert not Import.objects.exists()


def test_a_bare_row_puts_no_variant_into_the_shop_past_the_brand(aster: Any, meera: Any, hers: Any, api: Any) -> None:
    desk = api("seller", aster, meera.user)
    body = b"handle,sku,price,mrp\nmeera-bowl,MB-2,500,600\n"
    row = brought(desk, aster, body, until="check")
    (refused,) = rows_of(desk, row, outcome="refused")
    assert "the brand must agree" in refused["message"]
    brought(desk, aster, body)
    with brand_scope(aster):
        assert list(hers.variants.values_list("sku", flat=True)) == ["MB-1"]
