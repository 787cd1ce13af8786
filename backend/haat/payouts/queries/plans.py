"""Which plan a seller is paid by, and when its next payout day is."""

from __future__ import annotations

import calendar
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from haat.core import countries
from haat.core.errors import NotFound
from haat.payouts.models import PayoutHold, PayoutPlan
from haat.payouts.models.plan import Schedule
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from django.db.models import QuerySet

LOOK_AHEAD_DAYS = 40
FIRST_MONDAY = date(1970, 1, 5)  # fortnights are counted from here, so that everybody's fall into the same week


def zone() -> ZoneInfo:
    return countries.country(active_brand().country).timezone


def brand_plan() -> PayoutPlan:
    """The brand's own; before anybody wrote one, what the brand's policies say."""
    found = PayoutPlan.objects.filter(seller=None).first()
    return found or PayoutPlan(hold_days=int(active_brand().policy("payout_delay_days", 0)))


def plans() -> dict[UUID | None, PayoutPlan]:
    """Each seller's own plan; under None the brand's."""
    found: dict[UUID | None, PayoutPlan] = {
        row.seller_id: row for row in PayoutPlan.objects.exclude(seller=None).select_related("seller")
    }
    return found | {None: brand_plan()}


def own_plans() -> QuerySet[PayoutPlan]:
    return PayoutPlan.objects.exclude(seller=None).select_related("seller").order_by("seller__name")


def plan_of(seller_id: UUID) -> PayoutPlan:
    return PayoutPlan.objects.filter(seller_id=seller_id).first() or brand_plan()


def is_day(plan: PayoutPlan, day: date) -> bool:
    """Whether sellers of this plan are paid on a day of the brand's calendar."""
    if plan.schedule == Schedule.DAILY:
        return True
    if plan.schedule == Schedule.WEEKLY:
        return day.weekday() == plan.weekday
    if plan.schedule == Schedule.FORTNIGHTLY:
        return day.weekday() == plan.weekday and ((day - FIRST_MONDAY).days // 7) % 2 == 0
    if plan.schedule == Schedule.MONTHLY:
        return day.day == min(plan.month_day, calendar.monthrange(day.year, day.month)[1])
    return False


def is_due(plan: PayoutPlan, *, since: datetime | None, at: datetime) -> bool:
    """Whether a payout day came since the last payout. A day on which Haat stood still is made up for."""
    today = at.astimezone(zone()).date()
    last = since.astimezone(zone()).date() if since else today - timedelta(days=1)
    day = max(last + timedelta(days=1), today - timedelta(days=LOOK_AHEAD_DAYS))
    while day <= today:
        if is_day(plan, day):
            return True
        day += timedelta(days=1)
    return False


def next_day(plan: PayoutPlan, *, after: datetime) -> datetime | None:
    """The next payout day after today, at its beginning in the brand's time; None when it is by hand."""
    first = after.astimezone(zone()).date()
    days = (first + timedelta(days=n) for n in range(1, LOOK_AHEAD_DAYS))
    found = next((day for day in days if is_day(plan, day)), None)
    return datetime.combine(found, time.min, tzinfo=zone()) if found else None


def open_holds() -> QuerySet[PayoutHold]:
    return PayoutHold.objects.filter(released_at=None).select_related("seller", "payout").order_by("-at")


def hold(hold_id: UUID) -> PayoutHold:
    """Raises NotFound."""
    found = PayoutHold.objects.select_related("seller", "payout").filter(pk=hold_id).first()
    if found is None:
        raise NotFound("There is no such hold.")
    return found
