"""What a seller has earned, waits for and got."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, OuterRef, Prefetch, Sum
from django.db.models.functions import Coalesce

from haat.commissions import queries as commissions
from haat.core.errors import NotFound
from haat.ledger import queries as ledger
from haat.ledger.chart import payout_in_transit, seller_payable
from haat.orders import queries as orders
from haat.payouts.models import PartHold, Payout, PayoutLine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller

CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Balance:
    """Minor units at each step of the way. `payable` is the ledger's word: on hold and scheduled and cash together."""

    currency: str
    upcoming_minor: int  # paid by customers, not delivered yet; net of fees
    on_hold_minor: int  # delivered, return window open
    scheduled_minor: int  # in the open payout
    cash_minor: int  # cash on delivery and what a brand adds above a payment, waiting for a bank rail
    payable_minor: int
    in_transit_minor: int
    paid_minor: int
    next_payout_at: datetime | None
    frozen_until: datetime | None  # no payout starts before; past times mean nothing
    frozen_reason: str


def balance(*, seller: Seller, currency: str) -> Balance:
    """Add up the seller's way of money; the ledger has the last word on what is payable and in transit."""
    sums = {"upcoming": 0, "on_hold": 0, "cash": 0}
    for part in orders.seller_parts(seller=seller, status="placed,accepted,packed,shipped,delivered,completed"):
        place = _place(part.status, part.order.payment_method)
        if place:
            sums[place] += commissions.earnings(part_id=part.pk, number=part.number, currency=currency).net_minor
    open_payout = Payout.objects.filter(seller=seller, status=Payout.Status.SCHEDULED).first()
    lines = PayoutLine.objects.filter(payout__seller=seller)
    paid = lines.filter(paid_at__isnull=False).aggregate(total=Sum("net_minor"))["total"] or 0
    sums["cash"] += lines.aggregate(total=Sum("left_minor"))["total"] or 0
    return Balance(
        currency=currency, upcoming_minor=sums["upcoming"], on_hold_minor=sums["on_hold"], cash_minor=sums["cash"],
        scheduled_minor=open_payout.amount_minor if open_payout else 0, payable_minor=ledger.balance(seller_payable(seller.pk), currency),
        in_transit_minor=ledger.balance(payout_in_transit(seller.pk), currency), paid_minor=paid,
        next_payout_at=open_payout.due_at if open_payout else None, frozen_until=seller.payouts_frozen_until,
        frozen_reason=str(seller.get_payouts_frozen_reason_display()),
    )  # fmt: skip


def _place(status: str, method: str) -> str:
    if status in {"placed", "accepted", "packed", "shipped"}:
        return "upcoming"
    if method == "cod":
        return "cash"
    return "on_hold" if status == "delivered" else ""


def statement(
    *, seller: Seller, since: datetime | None, until: datetime | None, offset: int = 0, limit: int | None = None
) -> ledger.StatementPage:
    """Every posting on what the seller is owed, the newest first."""
    return ledger.statement(seller_payable(seller.pk), since=since, until=until, offset=offset, limit=limit)


def payouts() -> QuerySet[Payout]:
    lines = Prefetch("lines", PayoutLine.objects.select_related("part").order_by("created_at", "id"))
    return Payout.objects.select_related("seller").prefetch_related(lines).order_by("-due_at", "-id")


def due(at: datetime) -> QuerySet[Payout]:
    """Payouts whose day has come, the oldest first; whether the seller can be paid is another question."""
    rows = Payout.objects.filter(status=Payout.Status.SCHEDULED, due_at__lte=at, amount_minor__gt=0)
    return rows.select_related("seller").order_by("due_at")


def held_back(at: datetime) -> list[dict[str, Any]]:
    """Due payouts of frozen sellers, with why and until when."""
    return [
        {
            "number": payout.number, "seller": payout.seller.name, "until": payout.seller.payouts_frozen_until,
            "reason": payout.seller.get_payouts_frozen_reason_display(),
        }
        for payout in due(at) if payout.seller.is_frozen(at)
    ]  # fmt: skip


def seller_payouts(*, seller: Seller) -> QuerySet[Payout]:
    return payouts().filter(seller=seller)


def seller_payout(*, seller: Seller, payout_id: UUID) -> Payout:
    """A seller's own payout. A rival's is not there. Raises NotFound."""
    found = seller_payouts(seller=seller).filter(pk=payout_id).first()
    if found is None:
        raise NotFound("There is no such payout.")
    return found


def payout(payout_id: UUID | str) -> Payout:
    return payouts().get(pk=payout_id)


def is_owed(*, seller: Seller, currency: str) -> bool:
    """Whether money is on its way to a seller, or still to be sent."""
    accounts = (seller_payable(seller.pk), payout_in_transit(seller.pk))
    return any(ledger.balance(account, currency) for account in accounts)


def started() -> Iterator[Payout]:
    """Every payout that left what its seller is owed."""
    return Payout.objects.filter(started_at__isnull=False).order_by("pk").iterator(CHUNK)


def paid_lines() -> Iterator[PayoutLine]:
    rows = PayoutLine.objects.filter(paid_at__isnull=False).select_related("payout").order_by("pk")
    return rows.iterator(CHUNK)


def summed_wrongly() -> Iterator[tuple[str, int, int]]:
    """Payouts whose lines do not add up: number, what it moves, what its lines say."""
    rows = Payout.objects.annotate(said=Coalesce(Sum("lines__net_minor"), 0)).exclude(amount_minor=F("said"))
    return rows.values_list("number", "amount_minor", "said").iterator(CHUNK)


def in_transit_since(at: datetime) -> QuerySet[Payout]:
    """Payouts that were started before and have not arrived."""
    rows = Payout.objects.filter(status=Payout.Status.IN_TRANSIT, started_at__lt=at)
    return rows.select_related("seller").order_by("started_at")


def is_held(part_id: UUID | str) -> bool:
    """Whether something keeps this part out of payouts."""
    return PartHold.objects.filter(part__pk=part_id, released_at=None).exists()


def holds_of(*, seller: Seller) -> QuerySet[PartHold]:
    """What is held of a seller now, the oldest first."""
    return PartHold.objects.filter(seller=seller, released_at=None).select_related("part").order_by("placed_at", "pk")


def held_after_payout_minor(*, seller: Seller) -> int:
    """What is held of parts that were paid already: it stands against what the seller earns next."""
    paid = PayoutLine.objects.filter(part=OuterRef("part")).exclude(payout__status=Payout.Status.SCHEDULED)
    rows = holds_of(seller=seller).order_by().filter(Exists(paid))
    return int(rows.aggregate(total=Sum("amount_minor"))["total"] or 0)
