"""What a product lacks. Law and tax stop it from being sold; the rest is told so that it sells better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog.models import Product

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from uuid import UUID

    from haat.catalog.models import Variant

CATEGORY = "category"
ORIGIN = "country of origin"
HSN = "HSN code"
PRICE = "price"
STOCK = "stock"
PICTURE = "picture"
DESCRIPTION = "description"
REQUIRED = {
    CATEGORY: ("category", "Choose a category."),
    ORIGIN: ("country_of_origin", "Name the country of origin; the law wants it shown."),
    HSN: ("variants", "Give the HSN code of every variant; the tax follows from it."),
    PRICE: ("variants", "Give at least one variant a price."),
}


def missing_of(product: Product) -> list[str]:
    """What this product lacks, most important first. Stock is counted elsewhere and told through `found`."""
    variants = list(product.variants.filter(archived_at=None).prefetch_related("offers"))
    return _missing(product, variants, has_picture=product.media.filter(status="ready").exists())


def _missing(product: Product, variants: Sequence[Variant], *, has_picture: bool) -> list[str]:
    return lacking(
        {
            CATEGORY: product.category_id is not None,
            ORIGIN: bool(product.country_of_origin),
            HSN: bool(variants) and all(variant.hsn for variant in variants),
            PRICE: any(list(variant.offers.all()) for variant in variants),
            STOCK: STOCK not in product.missing,
            PICTURE: has_picture,
            DESCRIPTION: bool(product.description.strip()),
        }
    )


def lacking(there: Mapping[str, bool]) -> list[str]:
    """The names of what is not there, in the order people should mend it."""
    return [name for name in (*REQUIRED, STOCK, PICTURE, DESCRIPTION) if not there[name]]


def lacks(names: Iterable[str]) -> list[dict[str, str]]:
    """Of what is missing, that which stops it from being published: name, field, sentence."""
    return [{"name": name, "field": REQUIRED[name][0], "text": REQUIRED[name][1]} for name in names if name in REQUIRED]


def refresh_missing(product: Product) -> None:
    """Write down anew what is missing."""
    product.missing = missing_of(product)
    product.save(update_fields=["missing", "updated_at"])


def refresh_many(*, product_ids: Collection[UUID], stocked: Collection[UUID]) -> None:
    """Write down anew what these lack, in few statements; of `stocked` there are units on a shelf by now."""
    rows = Product.objects.filter(pk__in=product_ids).prefetch_related("variants__offers", "media")
    changed = []
    for product in rows:
        if product.pk in stocked:
            product.missing = [name for name in product.missing if name != STOCK]
        variants = [variant for variant in product.variants.all() if variant.archived_at is None]
        has_picture = any(picture.status == "ready" for picture in product.media.all())
        missing = _missing(product, variants, has_picture=has_picture)
        if missing != product.missing or product.pk in stocked:
            product.missing = missing
            changed.append(product)
    Product.objects.bulk_update(changed, ["missing"])


def found_many(*, product_ids: Iterable[UUID], what: str) -> None:
    """The same for many: few of them lack it, so one question finds those."""
    for product_id in Product.objects.filter(pk__in=set(product_ids), missing__contains=[what]).values_list(
        "pk", flat=True
    ):
        found(product_id=product_id, what=what)


def found(*, product_id: UUID, what: str) -> None:
    """Something that was missing is there now, such as stock."""
    product = Product.objects.select_for_update().filter(pk=product_id, missing__contains=[what]).first()
    if product is not None:
        product.missing = [name for name in product.missing if name != what]
        product.save(update_fields=["missing", "updated_at"])
