"""A brand full of goods, written through the real models and the real index."""

from __future__ import annotations

import random
import time
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.utils.text import slugify

from infra.bench.words import many

if TYPE_CHECKING:
    from pathlib import Path

    from infra.bench.words import Listing

BATCH = 2_000
SELLERS = 20
COLOURS = ["Blue", "Red", "Green", "Black", "White", "Pink", "Yellow", "Grey"]
SIZES = ["S", "M", "L", "XL", "XXL"]
MATERIALS = ["Cotton", "Silk", "Wool", "Brass", "Glass", "Leather"]


def fill(brand: Any, count: int, path: Path | None) -> None:
    """`count` products with one variant and two offers each; says how long it took."""
    from django.db import connection, transaction

    from haat.search import services as search
    from haat.tenancy.context import brand_scope

    began = time.perf_counter()
    rows = many(path, count)
    with brand_scope(brand):
        sellers, tree = _sellers(), _Tree()
        ids: list[Any] = []
        while batch := list(islice(rows, BATCH)):
            with transaction.atomic():
                ids += _write(batch, sellers, tree, len(ids))
        wrote = time.perf_counter()
        search.index(ids)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM search_document")
            shown = cursor.fetchone()[0]
    _analyse()
    print(f"{shown:,} products written in {wrote - began:.0f} s, indexed in {time.perf_counter() - wrote:.0f} s")


def _analyse() -> None:
    """What autovacuum does within minutes; the owner alone may."""
    import psycopg
    from django.conf import settings

    with psycopg.connect(settings.DATABASE_URL, autocommit=True) as owner:
        owner.execute("ANALYZE")


def _sellers() -> list[Any]:
    from haat.core import clock
    from haat.core.ids import new_id
    from haat.sellers.models import Seller

    at = clock.now()
    times = {"applied_at": at, "submitted_at": at, "approved_at": at}
    rows = [
        Seller(
            slug=f"bench-{n}",
            name=f"Bench seller {n}",
            status="active",
            entity_status="verified",
            entity_id=new_id(),
            **times,
        )
        for n in range(SELLERS)
    ]
    return Seller.objects.bulk_create(rows)


class _Tree:
    """Categories by their path, made when they are first met."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, ...], Any] = {}

    def at(self, path: tuple[str, ...]) -> Any:
        from haat.catalog.models import Category

        if path not in self.known:
            parent = self.at(path[:-1]) if len(path) > 1 else None
            slug = f"{slugify(path[-1])[:60]}-{len(self.known)}".strip("-")
            self.known[path] = Category.objects.create(slug=slug, name=path[-1][:120], parent=parent)
        return self.known[path]


def _write(batch: list[Listing], sellers: list[Any], tree: _Tree, first: int) -> list[Any]:
    from datetime import timedelta

    from haat.catalog.models import Media, Offer, Product, Variant
    from haat.core import clock
    from haat.inventory.models import Stock
    from haat.sellers import services as seller_services

    chance, at = random.Random(first), clock.now()
    products, variants, offers, media = [], [], [], []
    for n, one in enumerate(batch, first):
        product = Product(
            slug=f"{slugify(one.title)[:90]}-{n}", title=one.title, description=one.text, category=tree.at(one.tree),
            seller=sellers[n % SELLERS], status="published", country_of_origin=chance.choice(["IN", "IN", "IN", "CN", "JP"]),
            manufacturer=one.brand[:300], published_at=at - timedelta(minutes=n), import_key=f"bench:{one.key}",
            specifications=[{"name": "Material", "value": chance.choice(MATERIALS)}],
        )  # fmt: skip
        options = [{"name": "Colour", "value": chance.choice(COLOURS)}, {"name": "Size", "value": chance.choice(SIZES)}]
        variant = Variant(product=product, sku=f"BENCH-{n}", options=options, hsn="61091000")
        products.append(product)
        variants.append(variant)
        media.append(Media(product=product, path=f"bench/{n}.webp", alt=one.title[:200]))
        for k, dearer in ((0, 0), (7, 1_000)):
            price = one.price_minor + dearer
            offers.append(
                Offer(
                    variant=variant,
                    seller=sellers[(n + k) % SELLERS],
                    price_minor=price,
                    mrp_minor=max(one.mrp_minor, price),
                )
            )
    Product.objects.bulk_create(products)
    Variant.objects.bulk_create(variants)
    Media.objects.bulk_create(media)
    Offer.objects.bulk_create(offers)
    places = seller_services.default_places(seller_ids=[seller.pk for seller in sellers])
    Stock.objects.bulk_create(
        Stock(offer=offer, place=places[offer.seller_id], on_hand=chance.choice([0, 3, 10, 50])) for offer in offers
    )
    return [product.pk for product in products]
