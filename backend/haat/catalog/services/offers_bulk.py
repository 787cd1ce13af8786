"""Many offers of one seller changed at once: locked in one order, checked one by one, written in few statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.audit import services as audit
from haat.catalog.models import Offer
from haat.catalog.types import ProductsChanged
from haat.core import events, generation

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from haat.sellers.models import Seller

FIELDS = ("price_minor", "mrp_minor", "handling_days", "status")


def lock_offers(*, seller: Seller, ids: Collection[UUID] = (), skus: Collection[str] = ()) -> list[Offer]:
    """The seller's offers among these; a rival's are not there. The lock leaves checkouts alone."""
    rows = Offer.objects.select_for_update(of=("self",), no_key=True).filter(seller=seller)
    rows = rows.filter(pk__in=ids) | rows.filter(variant__sku__in=skus)
    return list(rows.select_related("variant__product", "seller").order_by("pk"))


def write_offers(*, offers: Sequence[Offer], before: Mapping[UUID, Mapping[str, Any]], reason: str = "") -> None:
    """Save locked offers whose fields were set and checked; `before` has what each had of the fields that changed."""
    changed = [offer for offer in offers if before.get(offer.pk)]
    Offer.objects.bulk_update(changed, [*FIELDS, "updated_at"])
    for offer in changed:
        was = dict(before[offer.pk])
        audit.record(
            "offer.repriced" if "price_minor" in was else "offer.changed",
            offer, before=was, after={name: getattr(offer, name) for name in was}, reason=reason,
            label=f"{offer.variant.sku} · {offer.seller.name}",
        )  # fmt: skip
    if changed:
        products = sorted({str(offer.variant.product_id) for offer in changed})
        events.publish(ProductsChanged(product_ids=products))
        generation.bump_after_commit()
