"""Where a seller's money is, step by step. The ledger has the last word on every sum that it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Sum

from haat.commissions import queries as commissions
from haat.core import clock
from haat.ledger import queries as ledger
from haat.ledger.chart import payout_in_transit, seller_payable, seller_reserve
from haat.orders import queries as orders
from haat.payouts import drafting
from haat.payouts.models import Disbursement, Payout, PayoutHold, Reserve
from haat.payouts.queries.plans import next_day, plan_of

if TYPE_CHECKING:
    from datetime import datetime

    from haat.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class Balance:
    """Minor units. Payable = on hold + cash + available + scheduled + owed (which is negative or nothing)."""

    currency: str
    upcoming_minor: int  # paid by customers, not delivered yet; net of fees
    on_hold_minor: int  # delivered, return window open
    available_minor: int  # the next payout, reserve included
    owed_minor: int  # what the next payouts take, negative
    scheduled_minor: int  # in a payout that has not started
    cash_minor: int  # waits for its cash, or for a way to be paid
    reserve_minor: int
    reserve_until: datetime | None  # when the next part of the reserve comes back
    payable_minor: int
    in_transit_minor: int
    paid_minor: int
    next_payout_at: datetime | None
    held_reason: str  # why somebody of the brand holds payouts
    frozen_until: datetime | None  # no payout starts before; past times mean nothing
    frozen_reason: str


def balance(*, seller: Seller, currency: str, at: datetime | None = None) -> Balance:
    at = at or clock.now()
    seen = drafting.one(seller=seller, at=at)
    next_one, standing = seen.proposal, seen.standing
    available = next_one.amount_minor + (next_one.reserve_minor if next_one.ways else 0)
    stuck = max(standing.ripe_minor, 0) - available
    coming = Payout.objects.filter(seller=seller, status=Payout.Status.SCHEDULED).first()
    kept = Reserve.objects.filter(seller=seller, released_at=None).order_by("release_at").first()
    held = PayoutHold.objects.filter(seller=seller, payout=None, released_at=None).first()
    ways = Disbursement.objects.filter(payout__seller=seller, status=Disbursement.Status.PAID)
    return Balance(
        currency=currency, upcoming_minor=_upcoming(seller, currency), on_hold_minor=standing.unripe_minor,
        available_minor=available, owed_minor=min(standing.ripe_minor, 0), scheduled_minor=coming.amount_minor if coming else 0,
        cash_minor=standing.unripe_cash_minor + standing.unremitted_minor + stuck,
        reserve_minor=ledger.balance(seller_reserve(seller.pk), currency), reserve_until=kept.release_at if kept else None,
        payable_minor=ledger.balance(seller_payable(seller.pk), currency),
        in_transit_minor=ledger.balance(payout_in_transit(seller.pk), currency),
        paid_minor=ways.aggregate(total=Sum("amount_minor"))["total"] or 0,
        next_payout_at=coming.due_at if coming else next_day(plan_of(seller.pk), after=at), held_reason=held.reason if held else "",
        frozen_until=seller.payouts_frozen_until, frozen_reason=str(seller.get_payouts_frozen_reason_display()),
    )  # fmt: skip


def is_owed(*, seller: Seller, currency: str) -> bool:
    """Whether money is on its way to a seller, kept back, or still to be sent."""
    accounts = (seller_payable(seller.pk), payout_in_transit(seller.pk), seller_reserve(seller.pk))
    return any(ledger.balance(account, currency) for account in accounts)


def _upcoming(seller: Seller, currency: str) -> int:
    rows = orders.seller_parts(seller=seller, status="placed,accepted,packed,shipped")
    return sum(commissions.earnings(part_id=part.pk, number=part.number, currency=currency).net_minor for part in rows)
