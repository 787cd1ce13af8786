"""What goes out can come in again and changes nothing."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from openpyxl import load_workbook

from haat.catalog.models import Offer, Product, Variant
from haat.tenancy.context import brand_scope
from tests.goods import make_category, make_offer, make_product
from tests.imports.files import brought, csv_of, line, xlsx_of
from tests.support import run_jobs


@pytest.fixture
def shop(aster: Any, ravi: Any, meera: Any, api: Any) -> Any:
    with brand_scope(aster):
        category = make_category("bottles")
        words = {"category": category, "description": "=SUM(A1)\nTwo lines, “quoted”", "manufacturer": "-4 Mill Road"}
        lists = {"tags": ["a|b", "c, d"], "specifications": [{"name": "a=b", "value": "x|y=z\\"}]}
        product = make_product("=Odd title", seller=ravi.seller, **words, **lists)
        options = [{"name": "Size", "value": "1 l"}, {"name": "Colour", "value": "+Blue"}]
        variant = Variant.objects.create(product=product, sku="00123", hsn="7418", options=options, weight_g=0)
        make_offer(product, seller=ravi.seller, variant=variant, price_minor=100_001, mrp_minor=100_001)
        make_offer(product, seller=meera.seller, variant=variant)
        rival = make_product("Rival's", seller=meera.seller, category=category)
        make_offer(rival, seller=meera.seller)
        make_offer(rival, seller=ravi.seller, variant=Variant.objects.create(product=rival, sku="R-1", hsn="7418"))
        make_product("Draft without a price", seller=ravi.seller, status="draft", published_at=None)
    return api("seller", aster, ravi.user)


def written(api: Any, brand: Any, form: str = "csv", **filters: str) -> bytes:
    export = api.post("exports", {"format": form, **filters})["data"]
    run_jobs(brand, only="imports.build_export")
    ready = api.get(f"exports/{export['id']}")["data"]
    assert ready["status"] == "ready", ready
    api.get(ready["url"])
    assert api.status == 200
    content: bytes = api.response.getvalue()
    return content


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("who", ["seller", "staff"])
def test_an_export_that_comes_in_again_changes_nothing(
    aster: Any, shop: Any, nia: Any, api: Any, form: str, who: str
) -> None:
    person = shop if who == "seller" else api("admin", aster, nia.user)
    body = written(person, aster, form)
    with brand_scope(aster):
        before = [list(model.objects.order_by("pk").values()) for model in (Product, Variant, Offer)]
    row = brought(person, aster, body, f"goods.{form}", until="check")
    assert row["checked"]["unchanged"] == row["rows"] > 1, row
    with brand_scope(aster):
        assert [list(model.objects.order_by("pk").values()) for model in (Product, Variant, Offer)] == before


def test_a_seller_gets_their_own_offers_alone_and_no_formula(aster: Any, shop: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(written(shop, aster).decode("utf-8-sig"))))
    assert sorted(row["sku"] for row in rows) == ["00123", "R-1"]
    assert {row["seller"] for row in rows} == {"ravi-traders"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_a_sheet_keeps_zeros_and_runs_nothing(aster: Any, shop: Any) -> None:
    sheet = load_workbook(io.BytesIO(written(shop, aster, "xlsx"))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "00123" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}


def test_filters_of_the_view_are_those_of_the_file(aster: Any, shop: Any) -> None:
    assert len(written(shop, aster, status="draft").splitlines()) == 1
    assert b"R-1" not in written(shop, aster, q="Odd")


def test_results_are_the_file_with_what_became_of_it(aster: Any, ravi: Any, api: Any) -> None:
    with brand_scope(aster):
        make_category("bottles")
    shop = api("seller", aster, ravi.user)
    row = brought(shop, aster, csv_of([line(), line(sku="", description="@one")]), until="check")
    export = shop.post(f"imports/{row['id']}/results", {"format": "csv"})["data"]
    run_jobs(aster, only="imports.build_export")
    shop.get(shop.get(f"exports/{export['id']}")["data"]["url"])
    first, second = csv.DictReader(io.StringIO(shop.response.getvalue().decode("utf-8-sig")))
    assert (first["sku"], first["status"], first["line"]) == ("CB-1", "new", "2")
    assert (second["status"], second["column"], second["description"]) == ("refused", "sku", "'@one")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_template_is_a_file_that_can_be_sent(aster: Any, ravi: Any, api: Any, form: str) -> None:
    with brand_scope(aster):
        make_product("Bottle", category=make_category("bottles"), specifications=[{"name": "Capacity", "value": "1 l"}])
    shop = api("seller", aster, ravi.user)
    shop.get("imports/template", category="bottles", form=form)
    row = brought(shop, aster, shop.response.getvalue(), f"t.{form}", until="check")
    assert (row["checked"]["create"], row["header"][-1]) == (1, "spec:Capacity")
    assert xlsx_of([])
