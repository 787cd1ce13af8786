"""Reads of bundles and of what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog.models import Component, Offer, Variant
from haat.core.errors import NotFound

if TYPE_CHECKING:
    from uuid import UUID

    from haat.sellers.models import Seller


def seller_variant(*, seller: Seller, variant_id: UUID) -> Variant:
    """A variant of a product this seller proposed. Raises NotFound, also for a rival's."""
    found = Variant.objects.select_related("product").filter(product__seller=seller, pk=variant_id).first()
    if found is None:
        raise NotFound("There is no such variant of yours.")
    return found


def components(variant_id: UUID) -> list[Component]:
    """What is inside, in the order it was written."""
    return list(Component.objects.filter(bundle_id=variant_id).select_related("variant__product"))


def offer_ids_of_variant(variant_id: UUID) -> list[UUID]:
    return list(Offer.objects.filter(variant_id=variant_id).order_by("pk").values_list("pk", flat=True))
