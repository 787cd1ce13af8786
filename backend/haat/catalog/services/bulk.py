"""Goods of a file in few statements: what is new is made, what changed is changed, the rest is left alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.catalog.models import Media, Offer, Product, Variant
from haat.core import generation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Category

WORDS = ("title", "description", "country_of_origin", "manufacturer", "importer", "tags", "specifications", "missing")
FIELDS = [*WORDS, "category", "status", "published_at", "archived_at", "import_hash", "updated_at"]


@dataclass(frozen=True, slots=True)
class OfferRow:
    """`stock` is the first count; a later file does not set it again, since sales have happened."""

    seller_id: UUID
    price_minor: int
    mrp_minor: int
    stock: int = 0


@dataclass(frozen=True, slots=True)
class VariantRow:
    sku: str
    offers: Sequence[OfferRow]
    options: Sequence[dict[str, str]] = ()
    hsn: str = ""
    net_quantity: str = ""
    weight_g: int | None = None
    picture: str = ""


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product of a file. `key` names it for ever; `fingerprint` changes with its content."""

    key: str
    fingerprint: str
    slug: str
    title: str
    category: Category | None
    variants: Sequence[VariantRow]
    seller_id: UUID | None = None
    description: str = ""
    country_of_origin: str = ""
    manufacturer: str = ""
    importer: str = ""
    tags: Sequence[str] = ()
    specifications: Sequence[dict[str, str]] = ()
    missing: Sequence[str] = ()
    is_published: bool = False
    picture: str = ""


@dataclass(slots=True)
class Written:
    """What became of the rows; `counts` are first counts of new offers; `refused` maps a key to the reason."""

    created: list[UUID] = field(default_factory=list)
    changed: list[UUID] = field(default_factory=list)
    unchanged: int = 0
    counts: dict[UUID, int] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


@transaction.atomic
def write_goods(*, rows: Sequence[ProductRow], currency: str, at: datetime) -> Written:
    """Write a batch of rows, all of them valid in themselves. Search and stock are the caller's to tell.

    A row whose SKU another product has, or whose key comes twice in the batch, is refused and the others go in.
    """
    written = Written()
    known = {row.import_key: row for row in Product.objects.filter(import_key__in=[row.key for row in rows])}
    fresh = _acceptable(rows, known, written)
    products = [_product(row, known.get(row.key), at) for row in fresh]
    new = [product for product in products if product._state.adding]
    old = [product for product in products if not product._state.adding]
    written.created, written.changed = [row.pk for row in new], [row.pk for row in old]
    Product.objects.bulk_create(new)
    Product.objects.bulk_update(old, FIELDS)
    variants = _variants(fresh, products)
    _offers(fresh, variants, currency, written)
    _pictures(fresh, products, variants)
    if fresh:
        generation.bump_after_commit()
    return written


def _acceptable(rows: Sequence[ProductRow], known: dict[str | None, Product], written: Written) -> list[ProductRow]:
    skus = [variant.sku for row in rows for variant in row.variants]
    owners: dict[str, str | None] = dict(Variant.objects.filter(sku__in=skus).values_list("sku", "product__import_key"))
    fresh = []
    seen: set[str] = set()
    for row in rows:
        product = known.get(row.key)
        taken = next((one.sku for one in row.variants if owners.get(one.sku, row.key) != row.key), None)
        if row.key in seen:
            written.refused[row.key] = "This row came before in the same file."
        elif taken is not None:
            written.refused[row.key] = f"The SKU “{taken}” belongs to another product."
        elif product is not None and product.import_hash == row.fingerprint:
            written.unchanged += 1
        elif product is not None and not row.is_published and product.status != Product.Status.DRAFT:
            written.refused[row.key] = f"It is {product.status} by now and no draft any more; change it by hand."
        else:
            fresh.append(row)
            owners |= {variant.sku: row.key for variant in row.variants}
        seen.add(row.key)
    return fresh


def _product(row: ProductRow, product: Product | None, at: datetime) -> Product:
    product = product or Product(import_key=row.key, slug=row.slug, seller_id=row.seller_id)
    for name in WORDS:
        value = getattr(row, name)
        setattr(product, name, list(value) if isinstance(value, (list, tuple)) else value)
    product.category, product.import_hash = row.category, row.fingerprint
    if row.is_published:
        product.status, product.archived_at = Product.Status.PUBLISHED, None
        product.published_at = product.published_at or at
    product.updated_at = at
    return product


def _variants(rows: Sequence[ProductRow], products: Sequence[Product]) -> dict[str, Variant]:
    skus = [one.sku for row in rows for one in row.variants]
    known = {variant.sku: variant for variant in Variant.objects.filter(sku__in=skus)}
    found: dict[str, Variant] = {}
    for row, product in zip(rows, products, strict=True):
        for position, one in enumerate(row.variants):
            variant = known.get(one.sku) or Variant(product=product, sku=one.sku)
            variant.options, variant.hsn, variant.position = list(one.options), one.hsn, position
            variant.net_quantity, variant.weight_g = one.net_quantity, one.weight_g
            found[one.sku] = variant
    Variant.objects.bulk_create(variant for variant in found.values() if variant._state.adding)
    Variant.objects.bulk_update(known.values(), ["options", "hsn", "position", "net_quantity", "weight_g"])
    return found


def _offers(rows: Sequence[ProductRow], variants: dict[str, Variant], currency: str, written: Written) -> None:
    known = {(one.variant_id, one.seller_id): one for one in Offer.objects.filter(variant__in=variants.values())}
    new, old = [], []
    for row in rows:
        for one in row.variants:
            for wanted in one.offers:
                variant = variants[one.sku]
                offer = known.get((variant.pk, wanted.seller_id))
                if offer is None:
                    offer = Offer(variant=variant, seller_id=wanted.seller_id, currency=currency)
                    new.append(offer)
                    written.counts[offer.pk] = wanted.stock
                elif (offer.price_minor, offer.mrp_minor) != (wanted.price_minor, wanted.mrp_minor):
                    old.append(offer)
                    before, after = {"price_minor": offer.price_minor}, {"price_minor": wanted.price_minor}
                    audit.record("offer.repriced", offer, before=before, after=after, label=one.sku)
                offer.price_minor, offer.mrp_minor = wanted.price_minor, wanted.mrp_minor
    Offer.objects.bulk_create(new)
    Offer.objects.bulk_update(old, ["price_minor", "mrp_minor"])


def _pictures(rows: Sequence[ProductRow], products: Sequence[Product], variants: dict[str, Variant]) -> None:
    Media.everything.filter(product__in=products, digest="").delete()  # uploads stay
    pictures: dict[tuple[UUID, str], Media] = {}
    for row, product in zip(rows, products, strict=True):
        shots: list[tuple[str, Variant | None, str]] = [(row.picture, None, row.title)]
        shots += [(one.picture, variants[one.sku], f"{row.title}, {variants[one.sku].label}") for one in row.variants]
        for path, variant, alt in shots:
            if path and (product.pk, path) not in pictures:
                pictures[product.pk, path] = Media(
                    product=product, variant=variant, path=path, alt=alt.rstrip(", "), position=len(pictures)
                )
    Media.objects.bulk_create(pictures.values())
