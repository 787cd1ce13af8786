"""Staff lowers a price after the sale: out of the seller's pocket or out of the brand's."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from haat.orders import services as order_services
from haat.orders.types import Taken

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.orders.models import Credit, SellerOrder


def give(
    *, part: SellerOrder, line_id: UUID, amount_minor: int, paid_by: str, reason: str, key: str, at: datetime
) -> Credit:
    """Give back so much of a line; the goods stay. Raises NothingLeft, NotCreditable."""
    return order_services.credit_part(
        part=part, lines=[Taken(line_id, 0, amount_minor)], cause="goodwill", reason=reason, key=f"goodwill-{sha256(key.encode()).hexdigest()[:48]}", at=at,
        is_gift=paid_by == "brand",
    )  # fmt: skip
