"""A bundle has no stock of its own: what can be sold of it follows from what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.catalog import queries as catalog
from haat.catalog import services as catalog_services
from haat.core.errors import NotNow
from haat.inventory.models import Drop, Stock
from haat.inventory.queries.shelf import shelves
from haat.inventory.services.announce import tell

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from haat.catalog.models import Variant
    from haat.sellers.models import Seller


@transaction.atomic
def put_bundle(
    *, seller: Seller, variant: Variant, parts: Mapping[str, int], auto_approve: bool, at: datetime
) -> Variant:
    """Say what is inside. Raises as `catalog.put_components`, and NotNow while the variant has a count of its own."""
    if parts and not variant.is_bundle:
        offers = catalog.offer_ids_of_variant(variant.pk)
        stocks = Stock.objects.select_for_update().filter(offer__in=offers).order_by("pk")
        if any(stock.on_hand for stock in stocks) or Drop.objects.filter(offer__in=offers).exists():
            raise NotNow(f"{variant.sku} has stock of its own. Set it to 0 first; a bundle takes from what is in it.")
    variant = catalog_services.put_components(seller=seller, variant=variant, parts=parts, auto_approve=auto_approve)
    for offer_id, shelf in shelves(catalog.offer_ids_of_variant(variant.pk)).items():
        if shelf.available:
            catalog_services.found(product_id=variant.product_id, what="stock")
        tell(offer_id=offer_id, at=at)
    return variant
