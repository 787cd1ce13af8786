"""Staff of the brand see a seller's portal as the seller does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.identity import services as identity
from haat.identity.types import Subject
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from datetime import datetime

    from haat.identity.models import Membership, Viewing
    from haat.sellers.models import Seller


def start(*, seller: Seller, by: Membership, reason: str, at: datetime) -> tuple[Viewing, str]:
    """A view of the seller's portal, and the ticket that opens it."""
    subject = Subject(portal="seller", brand_id=active_brand().pk, id=seller.pk, name=seller.name)
    with public_scope():
        return identity.start_viewing(by=by, subject=subject, reason=reason, at=at)
