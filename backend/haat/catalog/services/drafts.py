"""Writing a product before it is in the shop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.text import slugify

from haat.audit import services as audit
from haat.catalog.models import Product, Variant
from haat.catalog.queries import states
from haat.catalog.services import changes as waiting
from haat.catalog.services.announce import product_changed
from haat.catalog.services.missing import STOCK, refresh_missing
from haat.catalog.services.moves import is_taken
from haat.catalog.services.offers import OfferSpec, make_offer
from haat.catalog.services.values import check_axes, of_row, write_values
from haat.catalog.types import EDITABLE
from haat.core.errors import InvalidInput, NotNow
from haat.core.ids import new_token

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from haat.catalog.models import Category, Offer, ProductChange
    from haat.sellers.models import Seller

SLUG_MAX = 110


@dataclass(frozen=True, slots=True)
class VariantSpec:
    """A variant as its seller describes it; None leaves a field as it is.

    `id` names one that exists; an `offer` sets the seller's price for one that has none of theirs yet.
    `attributes` are values by code, checked by kind.
    """

    id: UUID | None = None
    sku: str | None = None
    options: Sequence[dict[str, str]] | None = None
    hsn: str | None = None
    net_quantity: str | None = None
    weight_g: int | None = None
    barcode: str | None = None
    attributes: Mapping[str, Any] | None = None
    offer: OfferSpec | None = None


@dataclass(frozen=True, slots=True)
class ProductSpec:
    """A new product; everything but the title may come later."""

    title: str
    description: str = ""
    category: Category | None = None
    country_of_origin: str = ""
    manufacturer: str = ""
    importer: str = ""
    packer: str = ""
    made_month: str = ""
    imported_month: str = ""
    seo_title: str = ""
    seo_description: str = ""
    tags: Sequence[str] = ()
    specifications: Sequence[dict[str, str]] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict)
    variants: Sequence[VariantSpec] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Edited:
    """A product after an edit: offers that are new, and the change that waits for the brand, if any does."""

    product: Product
    offers: Sequence[Offer]
    change: ProductChange | None = None


PLAIN = ("title", "description", "category", "country_of_origin", "manufacturer", "importer", "packer", "made_month",
         "imported_month", "seo_title", "seo_description")  # fmt: skip


def draft_product(*, seller: Seller, spec: ProductSpec, currency: str) -> tuple[Product, list[Offer]]:
    """A draft with its variants and the seller's offers on them. Raises InvalidInput for a SKU that is in use."""
    with transaction.atomic():
        product = Product.objects.create(
            seller=seller, slug=free_slug(spec.title), tags=list(spec.tags), missing=[STOCK],
            specifications=list(spec.specifications), **{name: getattr(spec, name) for name in PLAIN},
        )  # fmt: skip
        write_values(product, spec.attributes)
        offers, _ = _write_variants(product, seller, spec.variants, currency)
        refresh_missing(product)
        audit.record("product.drafted", product)
    return product, offers


def edit_product(
    *, product: Product, changes: dict[str, Any], variants: Sequence[VariantSpec], currency: str, auto_approve: bool
) -> Edited:
    """Change fields and variants of a seller's own product.

    Of what is in the shop only price, stock and what needs no look changes at once, unless the brand trusts; the rest
    waits as a change. Raises NotNow in other states, InvalidInput for a SKU that is in use or a value that does not fit.
    """
    with transaction.atomic():
        locked = Product.objects.select_for_update(of=("self",)).select_related("category", "seller")
        product = locked.get(pk=product.pk)
        is_shown = product.status == Product.Status.PUBLISHED
        if product.status not in EDITABLE and not is_shown:
            raise NotNow(f"“{product.title}” is {product.status}; ask the brand to change it.")
        if is_shown:
            _check_shown(changes)
        if not is_shown or auto_approve:
            offers, _ = _write(product, changes, variants, currency, is_live=True)
            return Edited(product, offers)
        at_once = {name: value for name, value in changes.items() if name in states.LOW_RISK}
        shown = set(product.variants.filter(is_live=True).values_list("pk", flat=True))
        light = [_light(spec, shown) for spec in variants]
        offers, fresh = _write(product, at_once, light, currency, is_live=False)
        later = {name: value for name, value in changes.items() if name not in states.LOW_RISK}
        change = waiting.propose_change(product=product, changes=later, specs=variants, fresh=fresh)
    return Edited(product, offers, change)


def free_slug(title: str) -> str:
    """An address for a new product; a taken one gets a short ending."""
    base = slugify(title)[:SLUG_MAX].strip("-") or "product"
    return base if not is_taken("product", base) else f"{base}-{new_token(4).lower().strip('-_')}"


def _check_shown(changes: Mapping[str, Any]) -> None:
    """What is in the shop stays somewhere and from somewhere."""
    for name, words in (
        ("category", "a category"),
        ("country_of_origin", "its country of origin"),
        ("title", "a title"),
    ):
        if name in changes and not changes[name]:
            sentence = f"A product in the shop needs {words}."
            raise InvalidInput(sentence, details={name: [sentence]})


def _light(spec: VariantSpec, shown: Collection[UUID]) -> VariantSpec:
    """What of an edited variant needs no look; one that is not in the shop is written whole, and stays out of it."""
    if spec.id not in shown:
        return spec
    return VariantSpec(id=spec.id, weight_g=spec.weight_g, barcode=spec.barcode, offer=spec.offer)


def _write(
    product: Product, changes: Mapping[str, Any], variants: Sequence[VariantSpec], currency: str, *, is_live: bool
) -> tuple[list[Offer], list[Variant]]:
    """Into effect at once; `is_live` is about variants that are new."""
    plain = {name: value for name, value in changes.items() if name != "attributes"}
    before = {name: _plain(getattr(product, name)) for name in plain}
    for name, value in plain.items():
        setattr(product, name, value)
    product.save(update_fields=[*plain, "updated_at"])
    write_values(product, changes.get("attributes", {}))
    offers, fresh = _write_variants(product, product.seller, variants, currency, is_live=is_live)
    refresh_missing(product)
    after = {name: _plain(getattr(product, name)) for name in plain}
    audit.record("product.edited", product, before=before, after=after)
    if product.status == Product.Status.PUBLISHED:
        product_changed(product)
    return offers, fresh


def _write_variants(
    product: Product, seller: Seller | None, specs: Sequence[VariantSpec], currency: str, *, is_live: bool = True
) -> tuple[list[Offer], list[Variant]]:
    known = {variant.pk: variant for variant in product.variants.all()}
    offers, fresh = list[Any](), list[Variant]()
    for position, spec in enumerate(specs):
        if spec.id is not None and spec.id not in known:
            raise InvalidInput("This variant is not of this product.", details={"variants": ["Unknown variant."]})
        variant = known[spec.id] if spec.id else Variant(product=product, is_live=is_live)
        for name in ("sku", "hsn", "net_quantity", "weight_g", "barcode"):
            if (value := getattr(spec, name)) is not None:
                setattr(variant, name, value)
        if spec.options is not None:
            variant.options = check_axes(product, spec.options)
        _check_sku(variant)
        if is_live:
            variant.is_live = True
        elif not variant.is_live and _says(spec):
            fresh.append(variant)
        variant.position = position
        variant.save()
        if spec.attributes is not None:
            with of_row(position):
                write_values(product, spec.attributes, variant=variant)
        if spec.offer and seller and not variant.offers.filter(seller=seller).exists():
            offers.append(make_offer(seller=seller, variant=variant, spec=spec.offer, currency=currency))
    return offers, fresh


def _says(spec: VariantSpec) -> bool:
    """Whether it says anything that staff look at."""
    return any(getattr(spec, name) is not None for name in states.VARIANT_REVIEWED)


def _check_sku(variant: Variant) -> None:
    if not variant.sku.strip():
        raise InvalidInput("Each variant needs a SKU.", details={"sku": ["Give a SKU."]})
    if Variant.objects.filter(sku=variant.sku).exclude(pk=variant.pk).exists():
        raise InvalidInput(f"The SKU “{variant.sku}” is used already.", details={"sku": ["In use."]})


def _plain(value: Any) -> Any:
    return str(value) if hasattr(value, "pk") else value
