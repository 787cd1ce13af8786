"""What a product lacks. Law and tax stop it from being sold; the rest is told so that it sells better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog.models import AttributeValue, Product, Variant
from haat.catalog.queries.attributes import attributes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from uuid import UUID

CATEGORY = "category"
ORIGIN = "country of origin"
HSN = "HSN code"
PRICE = "price"
NET_QUANTITY = "net quantity"
MAKER = "manufacturer or packer"
IMPORTER = "importer"
MONTH = "month of manufacture or import"
STOCK = "stock"
PICTURE = "picture"
DESCRIPTION = "description"
ATTRIBUTE = "attribute: "
HOME = "IN"
REQUIRED = {
    CATEGORY: ("category", "Choose a category."),
    ORIGIN: ("country_of_origin", "Name the country of origin; the law wants it shown."),
    HSN: ("variants", "Give the HSN code of every variant; the tax follows from it."),
    PRICE: ("variants", "Give at least one variant a price."),
    NET_QUANTITY: ("variants", "Give the net quantity of every variant, such as “150 ml”; the law wants it shown."),
    MAKER: ("manufacturer", "Give name and address of the manufacturer or packer; the law wants them shown."),
    IMPORTER: ("importer", "Goods from abroad need name and address of the importer; the law wants them shown."),
    MONTH: ("made_month", "Goods of this category are dated: give the month of manufacture or import."),
}


def missing_of(product: Product) -> list[str]:
    """What this product lacks, most important first. Stock is counted elsewhere and told through `found`."""
    variants = list(product.variants.filter(archived_at=None).prefetch_related("offers"))
    return _missing(product, variants, has_picture=product.media.filter(status="ready").exists())


def _missing(product: Product, variants: Sequence[Variant], *, has_picture: bool) -> list[str]:
    variants = [one for one in variants if one.is_live]
    category = product.category
    found = lacking(
        {
            CATEGORY: category is not None,
            ORIGIN: bool(product.country_of_origin),
            HSN: bool(variants) and all(variant.hsn for variant in variants),
            PRICE: any(list(variant.offers.all()) for variant in variants),
            NET_QUANTITY: bool(variants) and all(variant.net_quantity.strip() for variant in variants),
            MAKER: bool(product.manufacturer.strip() or product.packer.strip()),
            IMPORTER: product.country_of_origin in {"", HOME} or bool(product.importer.strip()),
            MONTH: not (category and category.needs_month) or bool(product.made_month or product.imported_month),
            STOCK: STOCK not in product.missing,
            PICTURE: has_picture,
            DESCRIPTION: bool(product.description.strip()),
        }
    )
    return [*(f"{ATTRIBUTE}{name}" for name in _unsaid(product, variants)), *found]


def lacking(there: Mapping[str, bool]) -> list[str]:
    """The names of what is not there, in the order people should mend it; what nobody looked at is left out."""
    return [name for name in (*REQUIRED, STOCK, PICTURE, DESCRIPTION) if not there.get(name, True)]


def is_required(name: str) -> bool:
    """Whether this stops a product from being sold."""
    return name in REQUIRED or name.startswith(ATTRIBUTE)


def words_of(name: str) -> tuple[str, str]:
    """The field that mends it, and what to do."""
    if name.startswith(ATTRIBUTE):
        return "attributes", f"Say what its {name.removeprefix(ATTRIBUTE)} is."
    return REQUIRED[name]


def lacks(names: Iterable[str]) -> list[dict[str, str]]:
    """Of what is missing, that which stops it from being published: name, field, sentence."""
    found = {name: words_of(name) for name in names if is_required(name)}
    return [{"name": name, "field": field, "text": text} for name, (field, text) in found.items()]


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


def _unsaid(product: Product, variants: Iterable[Variant]) -> list[str]:
    """Names of required attributes without a value: on the product, or on each of its variants."""
    required = [row for row in attributes_of(product.category_id) if row.is_required]
    if not required:
        return []
    rows = list(variants)
    said: set[tuple[UUID, UUID | None]] = set(
        AttributeValue.objects.filter(product=product).values_list("attribute_id", "variant_id")
    )
    named = [{option["name"].casefold() for option in one.options} for one in rows]

    def is_said(pk: UUID, name: str) -> bool:
        if (pk, None) in said:
            return True
        return bool(rows) and all(
            (pk, one.pk) in said or name.casefold() in names for one, names in zip(rows, named, strict=True)
        )

    return [row.name for row in required if not is_said(row.pk, row.name)]
