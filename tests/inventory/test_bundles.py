"""Bundles take from what is in them, in the same locked order as everything else, and never nest."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from haat.catalog.models import Component
from haat.core import context
from haat.core.errors import InvalidInput, NotNow
from haat.core.models import Job
from haat.inventory import queries, services
from haat.inventory.models import Stock, StockMovement
from haat.inventory.services import OutOfStock, WrongStock
from tests.goods import make_offer, make_product, make_seller
from tests.inventory.builders import add_place, check_books, make_bundle, put

LATER = timedelta(minutes=15)
pytestmark = pytest.mark.usefixtures("in_aster")


def _hold(quantities: dict[Any, int], at: datetime) -> Any:
    order = uuid4()
    services.reserve(quantities=quantities, reference=order, expires_at=at + LATER, at=at)
    return order


def test_what_can_be_sold_is_what_the_scarcest_component_makes() -> None:
    cup, saucer = make_offer(stock=9), make_offer(stock=4)
    put(saucer, add_place(saucer.seller, "Godown"), 3)
    bundle = make_bundle({cup: 2, saucer: 2})
    assert queries.available([bundle.pk]) == {bundle.pk: 3}


def test_components_of_another_seller_do_not_count() -> None:
    cup = make_offer(stock=0)
    make_offer(cup.variant.product, variant=cup.variant, seller=make_seller("Meera"), stock=50)
    bundle = make_bundle({cup: 1})
    assert queries.available([bundle.pk]) == {bundle.pk: 0}


def test_a_bundle_and_its_component_share_one_shelf(at: datetime) -> None:
    cup = make_offer(stock=5)
    bundle = make_bundle({cup: 2})
    with pytest.raises(OutOfStock) as refusal:
        _hold({bundle.pk: 2, cup.pk: 2}, at)
    assert set(refusal.value.details.values()) <= {0, 1}
    order = _hold({bundle.pk: 2, cup.pk: 1}, at)
    assert Stock.objects.get(offer=cup).reserved == 5
    services.commit(reference=order, at=at)
    moves = StockMovement.objects.filter(reason="sold")
    assert sorted(moves.values_list("delta", "sold_as")) == [(-4, bundle.pk), (-1, None)]
    for offer, quantity in ((bundle, 2), (cup, 1)):
        assert services.restock(
            offer_id=offer.pk, quantity=quantity, reference="P-1", sold_under=order, reason="cancelled", at=at
        )
    assert queries.available([cup.pk, bundle.pk]) == {cup.pk: 5, bundle.pk: 2}


def test_what_was_sold_comes_back_although_the_bundle_changed_since(at: datetime) -> None:
    cup, spoon = make_offer(stock=4), make_offer(stock=4)
    bundle = make_bundle({cup: 2})
    order = _hold({bundle.pk: 2}, at)
    services.commit(reference=order, at=at)
    Component.objects.all().delete()
    Component.objects.create(bundle=bundle.variant, variant=spoon.variant)
    services.restock(offer_id=bundle.pk, quantity=1, of=2, reference="R-1", sold_under=order, at=at)
    assert queries.available([cup.pk, spoon.pk]) == {cup.pk: 2, spoon.pk: 4}


def test_a_component_that_runs_out_takes_its_bundles_out_of_the_shop(at: datetime) -> None:
    cup = make_offer(stock=2)
    bundle = make_bundle({cup: 2})
    _hold({cup.pk: 1}, at)
    told = Job.objects.filter(payload__has_key="state").values_list("payload__offer_id", "payload__state")
    assert list(told) == [(str(bundle.pk), "out")]


def test_a_bundle_inside_a_bundle_is_refused_by_the_database_and_by_the_service(at: datetime) -> None:
    cup = make_offer(stock=2)
    bundle = make_bundle({cup: 1})
    outer = make_offer(stock=0)
    with pytest.raises(IntegrityError), transaction.atomic():  # the outer is none, the inner is one
        Component.objects.create(bundle=outer.variant, variant=bundle.variant)
    outer.variant.is_bundle = True
    outer.variant.save()
    for inner in (bundle, outer):
        with pytest.raises(IntegrityError), transaction.atomic():
            Component.objects.create(bundle=outer.variant, variant=inner.variant)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE catalog_variant SET is_bundle = true WHERE id = %s", [cup.variant_id])
    own = make_offer(make_product(seller=cup.seller, status="draft", published_at=None), stock=0)
    put_ = {"seller": cup.seller, "variant": own.variant, "auto_approve": False, "at": at}
    for wrong in ({bundle.variant.sku: 1}, {own.variant.sku: 1}, {"NOBODYS": 1}, {cup.variant.sku: 0}):
        with pytest.raises(InvalidInput):
            services.put_bundle(parts=wrong, **put_)


def test_what_is_inside_cannot_be_changed_in_the_shop_without_the_brand(at: datetime) -> None:
    cup = make_offer(stock=2)
    shown = make_offer(make_product(seller=cup.seller), stock=0)
    parts = {"seller": cup.seller, "variant": shown.variant, "parts": {cup.variant.sku: 1}, "at": at}
    with pytest.raises(NotNow):
        services.put_bundle(auto_approve=False, **parts)
    assert services.put_bundle(auto_approve=True, **parts).is_bundle
    shown.variant.refresh_from_db()
    assert not services.put_bundle(auto_approve=True, **parts | {"parts": {}}).is_bundle


def test_what_has_a_count_cannot_become_a_bundle_nor_a_bundle_be_counted(at: datetime) -> None:
    cup, counted = make_offer(stock=2), make_offer(make_product(seller=make_seller()), stock=1)
    with pytest.raises(NotNow):
        services.put_bundle(
            seller=cup.seller, variant=counted.variant, parts={cup.variant.sku: 1}, auto_approve=True, at=at
        )
    bundle = make_bundle({cup: 1})
    with pytest.raises(WrongStock):
        services.adjust(offer=bundle, delta=1, reason="received", at=at, actor=context.SYSTEM)


def test_the_sellers_list_sorts_bundles_and_plain_offers_by_what_is_left() -> None:
    cup = make_offer(stock=9)
    few = make_offer(stock=1)
    bundle = make_bundle({cup: 2})
    make_offer(seller=make_seller("Meera"), stock=2)
    rows = queries.seller_offers(seller=cup.seller).order_by("left")
    assert [(row.pk, row.left) for row in rows] == [(few.pk, 1), (bundle.pk, 4), (cup.pk, 9)]
    low = queries.seller_offers(seller=cup.seller, stock="low")
    assert {row.pk for row in low} == {few.pk, bundle.pk}
    check_books(set())
