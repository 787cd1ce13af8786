"""Invoices to customers: the seller's for a parcel that is packed, the brand's for its own fee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.documents.content import cash, sale
from haat.documents.services.issue import issue
from haat.orders import queries as orders
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.documents.models import Document


def invoice_part(*, part_id: UUID | str, at: datetime) -> Document | None:
    """The invoice of a parcel before it leaves; None for one that ended meanwhile and never will. One that left and came
    back had to have it.
    """
    with transaction.atomic():
        part = orders.locked_part(part_id)
        if part.ended_at is not None and part.shipped_at is None:
            return None
        return issue(draft=sale.of_part(part, active_brand()), at=at)


def invoice_cash_fee(*, part_id: UUID | str, at: datetime) -> Document | None:
    """The fee for cash on delivery is earned with the first parcel that arrives; None where there is none."""
    with transaction.atomic():
        order = orders.locked_order(orders.part(part_id).order_id)
        arrived = [row.delivered_at for row in order.parts.all() if row.delivered_at]
        if order.payment_method != "cod" or not order.cod_fee_minor or not arrived:
            return None
        return issue(draft=cash.fee(order, active_brand(), delivered_at=min(arrived)), at=at)
