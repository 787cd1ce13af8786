"""The same product in another variant, of the same seller: the sale stays, a lower price goes back, a higher one is refused."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from haat.catalog import queries as catalog
from haat.core.errors import DomainError, InvalidInput
from haat.inventory import services as inventory
from haat.orders import services as order_services
from haat.orders.types import Taken
from haat.returns.models import Return
from haat.returns.services.moving import held, move

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Offer
    from haat.orders.models import SellerOrder
    from haat.returns.models import ReturnLine

S = Return.Status
WHILE_SENT = timedelta(hours=1)


class CostsMore(DomainError):
    code = "exchange_costs_more"


def choose(draft: ReturnLine, offer_id: UUID | None, part: SellerOrder) -> None:
    """Write down what the customer gets instead. Raises InvalidInput for another product, CostsMore for a dearer one."""
    offer = catalog.offers([offer_id]).get(offer_id) if offer_id else None
    bought = draft.order_line
    if (
        offer is None
        or offer.seller_id != part.seller_id
        or offer.variant.product_id != bought.product_id
        or not offer.is_sellable
    ):
        sentence = "Choose another variant of the same product from the same seller."
        raise InvalidInput(sentence, details={"offer_id": [sentence]})
    if offer.pk == bought.offer_id:
        raise InvalidInput("Choose another variant.", details={"offer_id": ["This is what you have."]})
    if offer.price_minor > bought.unit_minor:
        raise CostsMore("This variant costs more than you paid. Return what you have, and order it anew.")
    draft.offer_id, draft.offer_title = offer.pk, _title(offer)
    draft.difference_minor = (
        bought.paid_minor * (bought.unit_minor - offer.price_minor) * draft.quantity // bought.gross_minor
    )


def send_replacement(*, found: Return, carrier: str, tracking_number: str, at: datetime) -> Return:
    """The replacement left; the difference goes back. Raises WrongStep, InvalidInput when its stock is not held any more."""
    with held(found, "send the replacement of", S.RECEIVED) as row:
        lines = [line for line in row.lines.all() if line.accepted and line.offer_id]
        _hold_what_is_sent(row, lines, at)
        lower = [
            Taken(line.order_line_id, 0, line.difference_minor * (line.accepted or 0) // line.quantity)
            for line in lines
        ]
        lower = [one for one in lower if one.amount_minor]
        credit = None
        if lower:
            credit = order_services.credit_part(
                part=row.part, lines=lower, cause="exchange", reason=f"{row.number}: the other variant costs less", key=f"return-{row.pk}", at=at,
            )  # fmt: skip
        words = f"The replacement of {row.number} was sent: {carrier} {tracking_number}".strip()
        move(row, S.EXCHANGED, "exchanged", words, at=at, credit=credit, answer=words[:300])
    return row


def _hold_what_is_sent(row: Return, lines: list[ReturnLine], at: datetime) -> None:
    """Of what was held, only what was accepted leaves the stock."""
    if any(line.accepted != line.quantity for line in row.lines.all()):
        inventory.release(reference=row.pk, at=at)
    wanted = wanted_of(lines, [line.accepted or 0 for line in lines])
    inventory.reserve(quantities=wanted, reference=row.pk, expires_at=at + WHILE_SENT, at=at)
    inventory.commit(reference=row.pk, at=at)


def wanted_of(lines: Sequence[ReturnLine], quantities: Sequence[int]) -> dict[UUID, int]:
    """Units of each offer; two lines may be exchanged for the same."""
    found: Counter[UUID] = Counter()
    for line, quantity in zip(lines, quantities, strict=True):
        if line.offer_id and quantity:
            found[line.offer_id] += quantity
    return dict(found)


def _title(offer: Offer) -> str:
    return offer.variant.label or offer.variant.sku
