"""Stopping, dying, going on, and taking back."""

from __future__ import annotations

from typing import Any

import pytest

from haat.catalog.models import Offer, Product
from haat.core import clock
from haat.imports import services
from haat.imports.models import Import, Result, Row
from haat.imports.services import working
from haat.inventory.models import Stock, StockMovement
from haat.tenancy.context import brand_scope
from tests.goods import make_category
from tests.imports.files import brought, csv_of, line, rows_of, send
from tests.support import run_jobs


@pytest.fixture
def shop(aster: Any, ravi: Any, api: Any) -> Any:
    with brand_scope(aster):
        make_category("bottles")
    return api("seller", aster, ravi.user)


def many(count: int, **cells: str) -> bytes:
    return csv_of([line(handle=f"h{n}", sku=f"S{n}", title=f"Bottle {n}", **cells) for n in range(count)])


def checked(shop: Any, brand: Any, body: bytes) -> Any:
    return brought(shop, brand, body, until="check")


def started(shop: Any, brand: Any, body: bytes) -> Any:
    row = checked(shop, brand, body)
    return shop.post(f"imports/{row['id']}/moves", {"verb": "run"})["data"]


def test_it_stops_between_chunks_and_goes_on_where_it_stopped(aster: Any, shop: Any) -> None:
    row = started(shop, aster, many(700))
    with brand_scope(aster):
        working._one(row["id"], None)
    paused = shop.post(f"imports/{row['id']}/moves", {"verb": "pause"})["data"]
    assert (paused["status"], paused["done_rows"], paused["actions"]) == ("paused", 300, ["resume", "stop"])
    run_jobs(aster, only="imports.work")
    with brand_scope(aster):
        assert Product.objects.count() == 300
    shop.post(f"imports/{row['id']}/moves", {"verb": "resume"})
    run_jobs(aster, only="imports.work")
    done = shop.get(f"imports/{row['id']}")["data"]
    assert (done["status"], done["done"]["create"]) == ("done", 700)
    with brand_scope(aster):
        assert Product.objects.count() == 700


def test_a_worker_that_dies_in_a_chunk_loses_that_chunk_alone(
    aster: Any, shop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        working, "STRETCH_SECONDS", 600.0
    )  # on a busy machine two chunks may take longer than a stretch
    row = started(shop, aster, many(700))
    keep, calls = working.results.keep, []

    def dies(*args: Any) -> None:
        keep(*args)
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt  # as a kill: nothing of ours catches it

    monkeypatch.setattr(working.results, "keep", dies)
    with brand_scope(aster), pytest.raises(KeyboardInterrupt):
        services.work(import_id=row["id"])
    monkeypatch.setattr(working.results, "keep", keep)
    with brand_scope(aster):
        assert Product.objects.count() == 300
        assert Import.objects.get().at_row == 300
        services.work(import_id=row["id"])
        assert Product.objects.count() == 700
        assert Result.objects.filter(phase="run", outcome="create").count() == 700
        assert Import.objects.get().done == {"create": 700}


def test_a_job_that_comes_twice_does_nothing_twice(aster: Any, shop: Any) -> None:
    row = started(shop, aster, many(5))
    with brand_scope(aster):
        services.work(import_id=row["id"])
        services.work(import_id=row["id"])
        assert StockMovement.objects.count() == 5


def test_rows_of_one_product_far_apart_are_one_product(aster: Any, shop: Any) -> None:
    rows = [line(handle=f"h{n % 350}", sku=f"S{n}", option1_value=str(n)) for n in range(700)]
    row = brought(shop, aster, csv_of(rows))
    assert row["done"]["create"] == 700
    with brand_scope(aster):
        assert Product.objects.count() == 350


def test_a_second_file_of_a_shop_waits_for_the_first(aster: Any, shop: Any) -> None:
    second = checked(shop, aster, csv_of([line()]))
    first = started(shop, aster, many(5))
    answer = shop.post(f"imports/{second['id']}/moves", {"verb": "run"})
    assert (shop.status, answer["error"]["code"]) == (409, "another_import_runs")
    run_jobs(aster, only="imports.work")
    assert shop.get(f"imports/{first['id']}")["data"]["status"] == "done"
    shop.post(f"imports/{second['id']}/moves", {"verb": "run"})
    assert shop.status == 200


def test_a_columns_answer_is_remembered_for_the_next_file(aster: Any, shop: Any) -> None:
    body = csv_of([["A-1", "Thing", "12"]], "Mein Kode,Naam,Something")
    row = send(shop, body)["data"]
    assert row["columns"] == ["", "title", ""]
    shop.call("PUT", f"imports/{row['id']}/mapping", {"columns": ["sku", "title", "stock"], "options": {"hsn": "7418"}})
    again = send(shop, body.replace(b"Mein Kode", b"MEIN kode"))["data"]
    assert (again["columns"], again["options"], again["is_remembered"]) == (
        ["sku", "title", "stock"],
        {"hsn": "7418"},
        True,
    )


def undone(shop: Any, aster: Any, row: Any) -> Any:
    shop.post(f"imports/{row['id']}/moves", {"verb": "undo"})
    assert shop.status == 200, shop.response.content
    run_jobs(aster, only="imports.work")
    return shop.get(f"imports/{row['id']}")["data"]


def test_the_last_import_is_taken_back(aster: Any, shop: Any) -> None:
    brought(shop, aster, csv_of([line()]))
    row = brought(
        shop, aster, csv_of([line(price="700", stock="3", title="Better"), line(sku="CB-2"), line(handle="x", sku="X")])
    )
    assert row["done"] == {"create": 2, "change": 1, "unchanged": 0, "refused": 0}
    back = undone(shop, aster, row)
    assert (back["status"], back["undone"]) == ("rolled_back", {"create": 0, "change": 3, "unchanged": 0, "refused": 0})
    with brand_scope(aster):
        product = Product.objects.get(status="draft")
        offer = Offer.objects.get(variant__sku="CB-1")
        assert (product.title, offer.price_minor, Stock.objects.get(offer=offer).on_hand) == (
            "Copper bottle",
            79_900,
            12,
        )
        assert dict(Offer.objects.values_list("variant__sku", "status")) == {
            "CB-1": "active",
            "CB-2": "archived",
            "X": "archived",
        }
        assert Product.objects.get(variants__sku="X").status == "archived"


def test_what_was_changed_since_is_not_taken_back(aster: Any, shop: Any) -> None:
    row = brought(shop, aster, csv_of([line(), line(handle="x", sku="X", title="Other")]))
    with brand_scope(aster):
        Offer.objects.filter(variant__sku="CB-1").update(price_minor=60_000)
    back = undone(shop, aster, row)
    assert (back["undone"]["change"], back["undone"]["refused"]) == (1, 1)
    (kept,) = rows_of(shop, row, outcome="refused")
    assert kept["message"] == "The offer’s price was changed since. This row stays as it is."
    with brand_scope(aster):
        assert Product.objects.get(variants__sku="CB-1").status == "draft"


def test_only_the_last_import_can_be_taken_back(aster: Any, shop: Any) -> None:
    first = brought(shop, aster, csv_of([line()]))
    brought(shop, aster, csv_of([line(price="700")]))
    assert "undo" not in shop.get(f"imports/{first['id']}")["data"]["actions"]


def test_after_taking_back_the_same_file_can_come_again(aster: Any, shop: Any) -> None:
    body = csv_of([line(), line(sku="CB-2")])
    undone(shop, aster, brought(shop, aster, body))
    row = brought(shop, aster, body)
    assert row["done"]["refused"] == 0
    with brand_scope(aster):
        assert Product.objects.get().status == "draft"
        assert set(Offer.objects.values_list("status", flat=True)) == {"active"}


def test_units_held_for_orders_are_not_counted_away(aster: Any, shop: Any) -> None:
    brought(shop, aster, csv_of([line()]))
    with brand_scope(aster):
        Stock.objects.update(reserved=4)
    row = brought(shop, aster, csv_of([line(stock="3")]), until="check")
    assert rows_of(shop, row)[0]["message"] == "4 units are held for orders, so there cannot be fewer."


def test_old_files_are_thrown_away(aster: Any, shop: Any) -> None:
    row = brought(shop, aster, csv_of([line()]))
    with brand_scope(aster):
        services.expire(import_id=row["id"])
        assert not Row.objects.exists()
        assert not Result.objects.exists()
        assert Import.objects.get().file == ""
    assert shop.get(f"imports/{row['id']}")["data"]["actions"] == []
    assert clock.now()
