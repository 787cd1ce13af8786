"""Staff of the brand see the storefront as the customer of an order does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.identity import services as identity
from haat.identity.types import Subject
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from datetime import datetime

    from haat.identity.models import Membership, Viewing
    from haat.orders.models import Order


def start(*, order: Order, by: Membership, reason: str, at: datetime) -> tuple[Viewing, str]:
    """A view of the customer's account, and the ticket that opens it."""
    customer = order.customer
    name = customer.name or order.contact_name
    subject = Subject(portal="customer", brand_id=active_brand().pk, id=customer.user_id, name=name)
    with public_scope():
        return identity.start_viewing(by=by, subject=subject, reason=reason, at=at)
