"""A bundle as its seller sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.catalog.types import EDITABLE, PUBLISHED
from haat.inventory.queries.shelf import available

if TYPE_CHECKING:
    from haat.catalog.models import Variant
    from haat.sellers.models import Seller


def bundle_view(*, seller: Seller, variant: Variant, auto_approve: bool) -> dict[str, Any]:
    """What is inside, how many bundles that makes, and whether it may be changed now."""
    offers = set(catalog.offer_ids_of_variant(variant.pk))
    own = [pk for pk, seller_id in catalog.sellers_of_offers(offers).items() if seller_id == seller.pk]
    status = variant.product.status
    may_edit = status in EDITABLE or (status == PUBLISHED and auto_approve)
    return {
        "variant": variant, "components": catalog.components(variant.pk),
        "available": sum(available(own).values()), "actions": ["edit"] if may_edit else [],
    }  # fmt: skip
