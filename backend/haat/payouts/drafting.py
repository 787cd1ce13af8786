"""One look at all balances: what each seller would be paid now, and why others are left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Max

from haat.payouts.gathering import Standing, gather
from haat.payouts.models import Payout, PayoutHold
from haat.payouts.models.plan import Schedule
from haat.payouts.planning import Proposal, propose
from haat.payouts.queries import plans as plan_queries
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from haat.payouts.models import PayoutPlan
    from haat.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class Selection:
    """Whom a run is for: those whose day has come; by hand also those who are paid by hand only; or just the named."""

    by_hand: bool = False
    seller_ids: Collection[UUID] | None = None

    def reason(self, plan: PayoutPlan, since: datetime | None, at: datetime) -> str:
        if self.seller_ids is not None:
            return ""
        if plan.schedule == Schedule.MANUAL:
            return "" if self.by_hand else "manual"
        return "" if plan_queries.is_due(plan, since=since, at=at) else "not_due"


@dataclass(frozen=True, slots=True)
class Seen:
    """A seller's proposal with the standing that it was made from."""

    proposal: Proposal
    standing: Standing


def look(*, selection: Selection, at: datetime) -> list[Seen]:
    """By seller's name. Writes nothing."""
    plans = plan_queries.plans()
    standings = gather(at=at, plans=plans, seller_ids=selection.seller_ids)
    people = sellers.sellers(standings)
    last = dict(
        Payout.objects.exclude(status="scheduled").order_by().values_list("seller_id").annotate(Max("started_at"))
    )
    waits = _waiting()
    found = []
    for seller_id, standing in standings.items():
        seller = people[seller_id]
        plan = plans.get(seller_id) or plans[None]
        made = propose(seller=seller, standing=standing, plan=plan)
        first = waits.get(seller_id) or ("frozen" if seller.is_frozen(at) else "")
        since = last.get(seller_id) or (standing.first_at and standing.first_at - timedelta(days=1))
        when = selection.reason(plan, since, at)
        if not made.left_out or made.left_out in {"owes", "minimum"}:
            made.left_out = first or when or made.left_out
        found.append(Seen(made, standing))
    return sorted(found, key=lambda one: (one.proposal.seller.name, str(one.proposal.seller.pk)))


def one(*, seller: Seller, at: datetime) -> Seen:
    """What the seller's next payout would be, whatever its day."""
    found = look(selection=Selection(seller_ids=[seller.pk]), at=at)
    if found:
        return found[0]
    return Seen(Proposal(seller, "", left_out="waiting"), Standing(seller.pk, ""))


def _waiting() -> dict[UUID, str]:
    """Sellers for whom a payout is being prepared, or whom somebody holds."""
    found = dict.fromkeys(Payout.objects.filter(status="scheduled").values_list("seller_id", flat=True), "open")
    held = PayoutHold.objects.filter(released_at=None, payout=None).values_list("seller_id", flat=True)
    return found | dict.fromkeys(held, "held")
