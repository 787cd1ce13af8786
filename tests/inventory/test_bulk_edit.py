"""Many rows at once over the seller's API: done, refused and undone row by row, and never another's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from haat.core import clock, context
from haat.inventory import services
from haat.inventory.models import BulkEdit, Stock, StockMovement
from haat.tenancy.context import brand_scope
from tests.goods import make_offer, make_product
from tests.support import Api, run_jobs

KEY = iter(range(1_000))


@pytest.fixture
def desk(aster: Any, ravi: Any) -> Api:
    return Api("seller", aster, ravi.user)


def _offers(aster: Any, seller: Any, count: int = 2, **fields: Any) -> list[Any]:
    with brand_scope(aster):
        return [make_offer(seller=seller, stock=5, **fields) for _ in range(count)]


def _send(desk: Api, rows: list[dict[str, Any]], **more: Any) -> Any:
    return desk.post("bulk-edits", {"rows": rows, **more}, key=f"bulk-{next(KEY)}")["data"]


def _figures(aster: Any, offer: Any) -> tuple[int, int]:
    with brand_scope(aster):
        offer.refresh_from_db()
        return offer.price_minor, Stock.objects.get(offer=offer).on_hand


def test_good_rows_are_saved_and_each_bad_one_says_why(
    desk: Api, aster: Any, ravi: Any, meera: Any, birch: Any
) -> None:
    one, two = _offers(aster, ravi.seller)
    (rival,) = _offers(aster, meera.seller, 1)
    with brand_scope(birch):
        neighbour = make_offer(stock=5)
    answer = _send(
        desk,
        [
            {"sku": one.variant.sku, "price_minor": 35_000, "on_hand": 9, "seen_on_hand": 5},
            {"sku": two.variant.sku, "price_minor": 99_000},
            {"sku": rival.variant.sku, "price_minor": 1},
            {"offer_id": str(rival.pk), "on_hand": 0},
            {"offer_id": str(neighbour.pk), "on_hand": 0},
            {"sku": two.variant.sku, "handling_days": 900},
            {"sku": two.variant.sku, "on_hand": 7, "seen_on_hand": 4},
        ],
    )
    assert [row["state"] for row in answer["results"]] == ["changed", *["refused"] * 6]
    assert answer["results"][0]["after"] == {"price_minor": 35_000, "on_hand": 9}
    assert [sorted(row["problems"]) for row in answer["results"][1:]] == [
        ["mrp_minor"], ["sku"], ["sku"], ["sku"], ["handling_days"], ["on_hand"],
    ]  # fmt: skip
    assert (_figures(aster, one), _figures(aster, two)) == ((35_000, 9), (39_000, 5))
    assert _figures(aster, rival) == (39_000, 5)


def test_a_trial_says_what_would_happen_and_does_nothing(desk: Api, aster: Any, ravi: Any) -> None:
    (one,) = _offers(aster, ravi.seller, 1)
    answer = _send(desk, [{"sku": one.variant.sku, "price_minor": 35_000}], is_trial=True)
    assert (answer["id"], answer["changed"]) == (None, 1)
    assert _figures(aster, one) == (39_000, 5)


def test_an_edit_is_undone_except_for_what_changed_since(desk: Api, aster: Any, ravi: Any) -> None:
    one, two = _offers(aster, ravi.seller)
    answer = _send(
        desk, [{"sku": row.variant.sku, "price_minor": 35_000, "on_hand": 9} for row in (one, two)], reason="Sale"
    )
    with brand_scope(aster):
        services.adjust(offer=two, delta=-1, reason="corrected", at=clock.now(), actor=context.SYSTEM)
    undone = desk.post(f"bulk-edits/{answer['id']}/undo")["data"]
    assert undone == {"rows": 1, "kept": [two.variant.sku]}
    assert (_figures(aster, one), _figures(aster, two)) == ((39_000, 5), (35_000, 8))
    with brand_scope(aster):
        moves = StockMovement.objects.filter(stock__offer=one).order_by("at", "id")
        assert [(row.delta, row.note) for row in moves] == [(4, "Sale"), (-4, "Bulk edit undone")]
    desk.post(f"bulk-edits/{answer['id']}/undo")
    assert desk.status == 409


def test_the_moment_passes_and_a_rival_has_none(desk: Api, aster: Any, ravi: Any, meera: Any) -> None:
    (one,) = _offers(aster, ravi.seller, 1)
    answer = _send(desk, [{"sku": one.variant.sku, "status": "paused"}])
    rival = Api("seller", aster, meera.user)
    rival.post(f"bulk-edits/{answer['id']}/undo")
    assert rival.status == 404
    with brand_scope(aster):
        BulkEdit.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    desk.post(f"bulk-edits/{answer['id']}/undo")
    assert desk.status == 409


def test_a_change_of_many_is_in_search_by_one_job(desk: Api, aster: Any, ravi: Any) -> None:
    offers = _offers(aster, ravi.seller, 3)
    _send(desk, [{"sku": offer.variant.sku, "price_minor": 12_300} for offer in offers])
    assert run_jobs(aster, only="search.").count("search.index_products") == 1
    found = Api("customer", aster).get("products", sort="price")["data"]
    assert {row["price"]["minor"] for row in found} == {12_300}


def test_the_grid_and_the_file_have_the_sellers_own_offers_alone(desk: Api, aster: Any, ravi: Any, meera: Any) -> None:
    own, theirs = _offers(aster, ravi.seller), _offers(aster, meera.seller)
    with brand_scope(aster):
        make_offer(make_product(), seller=ravi.seller, stock=0, status="archived")
    grid = desk.get("stock/grid")["data"]
    assert {row["offer_id"] for row in grid["rows"]} == {str(row.pk) for row in own}
    assert {row["on_hand"] for row in grid["rows"]} == {5}
    text = desk.get("stock/file")["data"]["csv"]
    assert all(row.variant.sku in text for row in own)
    assert not any(row.variant.sku in text for row in theirs)


def test_more_than_the_most_is_refused_whole(desk: Api) -> None:
    desk.post("bulk-edits", {"rows": [{"sku": "A"}] * 2_001}, key="many")
    assert desk.status == 422
