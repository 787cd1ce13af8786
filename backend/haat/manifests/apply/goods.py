"""The catalogue of a manifest: products with variants, offers, first counts and pictures, in the shop at once."""

from __future__ import annotations

import hashlib
import json
from itertools import groupby
from typing import TYPE_CHECKING

from haat.catalog import queries as catalog_queries
from haat.catalog import services as catalog
from haat.inventory import services as inventory
from haat.search import services as search

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from haat.catalog.models import Category
    from haat.manifests.catalogue_csv import Row
    from haat.manifests.manifest import Manifest
    from haat.sellers.models import Seller

KEY = "manifest:"


def put_goods(manifest: Manifest, tree: Mapping[str, Category], sellers: Mapping[str, Seller], at: datetime) -> int:
    """Write products that are new or changed and return how many; archive those that are no more in the file."""
    by_handle = groupby(sorted(manifest.rows, key=lambda row: row["handle"]), key=lambda row: row["handle"])
    rows = [_product(list(group), tree, sellers) for _, group in by_handle]
    written = catalog.write_goods(rows=rows, currency=manifest.data["brand"]["currency"], at=at)
    inventory.count_first(counts=written.counts, at=at)
    gone = catalog_queries.imported(prefix=KEY, without=[row.key for row in rows])
    for product in gone:
        catalog.archive_product(product=product, at=at)
    search.index([*written.created, *written.changed, *(product.pk for product in gone)])
    return len(written.created) + len(written.changed)


def _product(rows: Sequence[Row], tree: Mapping[str, Category], sellers: Mapping[str, Seller]) -> catalog.ProductRow:
    first = min(rows, key=lambda row: row.line)
    ordered = sorted(rows, key=lambda row: row.line)
    content = json.dumps([row.values for row in ordered], sort_keys=True, ensure_ascii=False)
    skus = dict.fromkeys(row["sku"] for row in ordered)
    maker, _, importer = first["manufacturer"].partition(" Imported by ")  # as labels write it
    return catalog.ProductRow(
        key=f"{KEY}{first['handle']}", fingerprint=hashlib.sha256(content.encode()).hexdigest()[:32],
        slug=first["handle"], title=first["title"], category=tree[first["category"]],
        seller_id=sellers[first["seller"]].pk, description=first["description"],
        country_of_origin=first["country_of_origin"], manufacturer=maker.rstrip("."), importer=importer, tags=first["tags"],
        specifications=first["specifications"], is_published=True, picture=f"theme/{first['image']}",
        variants=[_variant([row for row in ordered if row["sku"] == sku], sellers) for sku in skus],
    )  # fmt: skip


def _variant(rows: Sequence[Row], sellers: Mapping[str, Seller]) -> catalog.VariantRow:
    first = rows[0]
    offers = [
        catalog.OfferRow(
            seller_id=sellers[row["seller"]].pk, price_minor=row["price"], mrp_minor=row["mrp"], stock=row["stock"]
        )
        for row in rows
    ]
    return catalog.VariantRow(
        sku=first["sku"], offers=offers, options=first.options, hsn=first["hsn"], net_quantity=first["net_quantity"],
        weight_g=first["weight_g"], picture=f"theme/{first['image']}",
    )  # fmt: skip
