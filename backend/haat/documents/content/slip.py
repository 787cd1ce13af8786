"""What a packing slip says of a part: goods, pieces, where from and where to. It is not kept and has no number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core.money import Money
from haat.documents.content.look import look
from haat.documents.content.parties import delivered_to, of_seller
from haat.orders import queries as orders
from haat.tax.queries import papers, regime

if TYPE_CHECKING:
    from datetime import datetime

    from haat.orders.models import SellerOrder
    from haat.tenancy.models import Brand


def _to_collect(part: SellerOrder) -> str:
    """What the courier takes at the door. The fee for cash comes with the parcel of its order that arrives first."""
    cash, fee = (Money(minor, part.currency) for minor in orders.at_the_door(part))
    if fee.minor:
        return f"{cash}; {cash + fee} if it arrives first"
    return str(cash) if cash.minor else ""


def of_part(part: SellerOrder, brand: Brand, *, invoice: str, at: datetime) -> dict[str, Any]:
    """`invoice` is the number of the parcel's invoice, empty before it is packed."""
    order, zone = part.order, regime(part.order.country).country.timezone
    placed = f"{order.placed_at.astimezone(zone):%d %b %Y}" if order.placed_at else ""
    payment = "Cash on delivery" if order.payment_method == "cod" else ""
    facts = [("Order", order.number), ("Ordered on", placed), ("Invoice", invoice), ("Payment", payment)]
    facts.append(("To collect", _to_collect(part)))
    lines = [
        {
            "title": line.title, "detail": " · ".join(str(one.get("value", "")) for one in line.options), "sku": line.sku,
            "quantity": line.kept,
        }
        for line in sorted(part.lines.all(), key=lambda row: row.position) if line.kept
    ]  # fmt: skip
    return {
        "title": papers(order.country).titles["packing_slip"], "number": part.number, "date": f"{at.astimezone(zone):%d %b %Y}",
        "look": look(brand), "supplier": of_seller(part.seller, order.country).as_data(), "recipient": delivered_to(order).as_data(),
        "facts": [one for one in facts if one[1]], "lines": lines, "notes": [],
    }  # fmt: skip
