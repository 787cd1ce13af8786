"""Saying what a bundle is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.catalog.models import Component, Offer, Product, Variant
from haat.catalog.services.announce import product_changed
from haat.catalog.types import EDITABLE
from haat.core.errors import InvalidInput, NotNow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from haat.sellers.models import Seller

COMPONENTS_MAX = 30
QUANTITY_MAX = 999


@transaction.atomic
def put_components(*, seller: Seller, variant: Variant, parts: Mapping[str, int], auto_approve: bool) -> Variant:
    """Make a seller's own variant a bundle of others by SKU and number; none makes it plain again.

    Raises InvalidInput for a SKU that the seller does not offer, that is a bundle or the variant itself; NotNow for
    a variant that is inside a bundle, and for a product in the shop where the brand has to approve.
    """
    product = Product.objects.select_for_update(of=("self",), no_key=True).get(pk=variant.product_id)
    if product.status not in EDITABLE and not (product.status == Product.Status.PUBLISHED and auto_approve):
        raise NotNow(f"“{product.title}” is {product.status}; ask the brand to change what is in it.")
    if len(parts) > COMPONENTS_MAX:
        raise InvalidInput(
            f"A bundle has at most {COMPONENTS_MAX} kinds of things.", details={"components": ["Too many."]}
        )
    skus = [variant.sku, *parts]
    rows = {row.sku: row for row in Variant.objects.select_for_update().filter(sku__in=skus).order_by("pk")}
    variant = rows[variant.sku]
    _check(seller, variant, parts, rows)
    before = {row.variant.sku: row.quantity for row in variant.components.select_related("variant")}
    variant.components.all().delete()
    if variant.is_bundle != bool(parts):
        variant.is_bundle = bool(parts)
        variant.save(update_fields=["is_bundle", "updated_at"])
    Component.objects.bulk_create(
        Component(bundle=variant, variant=rows[sku], quantity=quantity) for sku, quantity in parts.items()
    )
    audit.record("bundle.set", product, before=before, after=dict(parts), label=variant.sku)
    product_changed(product)
    return variant


def _check(seller: Seller, variant: Variant, parts: Mapping[str, int], rows: Mapping[str, Variant]) -> None:
    if parts and Component.objects.filter(variant=variant).exists():
        raise NotNow(f"{variant.sku} is inside a bundle, so it cannot be one.")
    offered = set(
        Offer.objects.filter(seller=seller, variant__sku__in=list(parts)).values_list("variant__sku", flat=True)
    )
    for sku, quantity in parts.items():
        if sku == variant.sku:
            problem = "A bundle cannot be inside itself."
        elif sku not in rows or sku not in offered:
            problem = f"You do not offer “{sku}”."
        elif rows[sku].is_bundle:
            problem = f"“{sku}” is a bundle itself."
        elif not 1 <= quantity <= QUANTITY_MAX:
            problem = f"Between 1 and {QUANTITY_MAX} of “{sku}”."
        else:
            continue
        raise InvalidInput(problem, details={"components": [problem]})
