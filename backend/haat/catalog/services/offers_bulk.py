"""Many offers of one seller changed at once: locked in one order, checked one by one, written in few statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection

from haat.audit import services as audit
from haat.catalog.models import Offer
from haat.catalog.types import ProductsChanged
from haat.core import events, generation

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from haat.sellers.models import Seller

# Arrays, because Django's own way writes a CASE for each row and field: seconds for some thousand rows.
WRITE = """
UPDATE catalog_offer o SET price_minor = n.price, mrp_minor = n.mrp, handling_days = n.days, status = n.status,
    updated_at = now()
FROM unnest(%s::uuid[], %s::bigint[], %s::bigint[], %s::smallint[], %s::text[]) AS n (id, price, mrp, days, status)
WHERE o.id = n.id
"""
FIELDS = ("price_minor", "mrp_minor", "handling_days", "status")


def lock_offers(*, seller: Seller, ids: Collection[UUID] = (), skus: Collection[str] = ()) -> list[Offer]:
    """The seller's offers among these; a rival's are not there. The lock leaves checkouts alone."""
    rows = Offer.objects.select_for_update(of=("self",), no_key=True).filter(seller=seller)
    rows = rows.filter(pk__in=ids) | rows.filter(variant__sku__in=skus)
    return list(rows.select_related("variant__product", "seller").order_by("pk"))


def write_offers(*, offers: Sequence[Offer], before: Mapping[UUID, Mapping[str, Any]], reason: str = "") -> None:
    """Save locked offers whose fields were set and checked; `before` has what each had of the fields that changed."""
    changed = [offer for offer in offers if before.get(offer.pk)]
    columns = [[getattr(offer, name) for offer in changed] for name in ("pk", *FIELDS)]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, columns)
    audit.record_many((_line(offer, dict(before[offer.pk])) for offer in changed), reason=reason)
    if changed:
        products = sorted({str(offer.variant.product_id) for offer in changed})
        events.publish(ProductsChanged(product_ids=products))
        generation.bump_after_commit()


def _line(offer: Offer, was: dict[str, Any]) -> audit.Line:
    action = "offer.repriced" if "price_minor" in was else "offer.changed"
    after = {name: getattr(offer, name) for name in was}
    return audit.Line(action, offer, was, after, f"{offer.variant.sku} · {offer.seller.name}")
