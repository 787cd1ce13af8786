"""Writing a product before it is in the shop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.text import slugify

from haat.audit import services as audit
from haat.catalog.models import Product, Variant
from haat.catalog.services.announce import product_changed
from haat.catalog.services.missing import STOCK, refresh_missing
from haat.catalog.services.offers import OfferSpec, make_offer
from haat.catalog.types import EDITABLE
from haat.core.errors import InvalidInput, NotNow
from haat.core.ids import new_token

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from haat.catalog.models import Category, Offer
    from haat.sellers.models import Seller

SLUG_MAX = 110


@dataclass(frozen=True, slots=True)
class VariantSpec:
    """A variant as its seller describes it; None leaves a field as it is.

    `id` names one that exists; an `offer` sets the seller's price for a new one.
    """

    id: UUID | None = None
    sku: str | None = None
    options: Sequence[dict[str, str]] | None = None
    hsn: str | None = None
    net_quantity: str | None = None
    weight_g: int | None = None
    barcode: str | None = None
    offer: OfferSpec | None = None


@dataclass(frozen=True, slots=True)
class ProductSpec:
    """A new product; everything but the title may come later."""

    title: str
    description: str = ""
    category: Category | None = None
    country_of_origin: str = ""
    manufacturer: str = ""
    tags: Sequence[str] = ()
    specifications: Sequence[dict[str, str]] = ()
    variants: Sequence[VariantSpec] = field(default_factory=tuple)


def draft_product(*, seller: Seller, spec: ProductSpec, currency: str) -> tuple[Product, list[Offer]]:
    """A draft with its variants and the seller's offers on them. Raises InvalidInput for a SKU that is in use."""
    with transaction.atomic():
        product = Product.objects.create(
            seller=seller, slug=free_slug(spec.title), title=spec.title, description=spec.description,
            category=spec.category, country_of_origin=spec.country_of_origin, manufacturer=spec.manufacturer,
            tags=list(spec.tags), specifications=list(spec.specifications), missing=[STOCK],
        )  # fmt: skip
        offers = _write_variants(product, seller, spec.variants, currency)
        refresh_missing(product)
        audit.record("product.drafted", product)
    return product, offers


def edit_product(
    *, product: Product, changes: dict[str, Any], variants: Sequence[VariantSpec], currency: str, auto_approve: bool
) -> tuple[Product, list[Offer]]:
    """Change fields and variants of a seller's own product; returns it with offers that are new.

    What is in the shop may only be changed where the brand approves by itself. Raises NotNow otherwise,
    InvalidInput for a SKU that is in use or a variant of another product.
    """
    with transaction.atomic():
        product = Product.objects.select_for_update(of=("self",)).get(pk=product.pk)
        is_shown = product.status == Product.Status.PUBLISHED
        if product.status not in EDITABLE and not (is_shown and auto_approve):
            raise NotNow(f"“{product.title}” is {product.status}; ask the brand to change it.")
        before = {name: _plain(getattr(product, name)) for name in changes}
        for name, value in changes.items():
            setattr(product, name, value)
        product.save(update_fields=[*changes, "updated_at"])
        offers = _write_variants(product, product.seller, variants, currency)
        refresh_missing(product)
        after = {name: _plain(getattr(product, name)) for name in changes}
        audit.record("product.edited", product, before=before, after=after)
        if is_shown:
            product_changed(product)
    return product, offers


def free_slug(title: str) -> str:
    """An address for a new product; a taken one gets a short ending."""
    base = slugify(title)[:SLUG_MAX].strip("-") or "product"
    return base if not Product.objects.filter(slug=base).exists() else f"{base}-{new_token(4).lower().strip('-_')}"


def _write_variants(
    product: Product, seller: Seller | None, specs: Sequence[VariantSpec], currency: str
) -> list[Offer]:
    known = {variant.pk: variant for variant in product.variants.all()}
    offers = []
    for position, spec in enumerate(specs):
        if spec.id is not None and spec.id not in known:
            raise InvalidInput("This variant is not of this product.", details={"variants": ["Unknown variant."]})
        variant = known[spec.id] if spec.id else Variant(product=product)
        for name in ("sku", "options", "hsn", "net_quantity", "weight_g", "barcode"):
            if (value := getattr(spec, name)) is not None:
                setattr(variant, name, value)
        _check_sku(variant)
        variant.position = position
        variant.save()
        if spec.offer and seller:
            offers.append(make_offer(seller=seller, variant=variant, spec=spec.offer, currency=currency))
    return offers


def _check_sku(variant: Variant) -> None:
    if not variant.sku.strip():
        raise InvalidInput("Each variant needs a SKU.", details={"sku": ["Give a SKU."]})
    if Variant.objects.filter(sku=variant.sku).exclude(pk=variant.pk).exists():
        raise InvalidInput(f"The SKU “{variant.sku}” is used already.", details={"sku": ["In use."]})


def _plain(value: Any) -> Any:
    return str(value) if hasattr(value, "pk") else value
