"""What runs low, told to sellers once a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from haat.core import clock
from haat.core.jobs import job
from haat.inventory import queries as inventory
from haat.inventory import services as inventory_services
from haat.notifications import queries, services
from haat.notifications.contacts import seller_contacts
from haat.sellers import queries as sellers
from haat.tenancy import hosts
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.inventory.models import StockAlert

HOUR = 8  # of the brand's day, from which on mornings are told of
LINES_MAX = 40
TEMPLATE = "stock-low"


@job("notifications.stock_digest")
def stock_digest() -> None:
    digest(at=clock.now())


def digest(*, at: datetime) -> int:
    """Tell each seller of alerts that nobody was told of, at most once a day; returns how many sellers were told."""
    local = timezone.localtime(at)
    if local.hour < HOUR:
        return 0
    told = 0
    for seller_id, alerts in inventory.alerts_to_tell().items():
        fact = f"stock:{seller_id}:{local.date()}"
        if not queries.was_told(fact=fact, template=TEMPLATE):
            _tell(seller_id, alerts, fact)
            inventory_services.note_told(alert_ids=[alert.pk for alert in alerts], at=at)
            told += 1
    return told


def _tell(seller_id: UUID, alerts: Sequence[StockAlert], fact: str) -> None:
    brand, seller = active_brand(), sellers.seller(seller_id)
    left = inventory.available([alert.offer_id for alert in alerts])
    lines = [_line(alert, left[alert.offer_id]) for alert in alerts[:LINES_MAX]]
    if len(alerts) > LINES_MAX:
        lines.append(f"… and {len(alerts) - LINES_MAX} more")
    words = {
        "brand": brand.name, "seller": seller.name, "count": len(alerts), "lines": "\n".join(lines),
        "url": hosts.url("seller", brand, "/stock?stock=low"),
    }  # fmt: skip
    services.tell(
        template=TEMPLATE,
        fact=fact,
        audience="seller",
        owner_id=seller_id,
        contacts=seller_contacts(seller_id),
        words=words,
    )


def _line(alert: StockAlert, left: int) -> str:
    variant = alert.offer.variant
    name = " · ".join(filter(None, [variant.product.title, variant.label, variant.sku]))
    return f"{name}: {f'{left} left' if left else 'sold out'}"
