"""Runs: what one would do now, and what those before did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch

from haat.audit import queries as audit
from haat.core.errors import NotFound
from haat.payouts.drafting import Selection, look
from haat.payouts.models import PayoutRun, RunItem

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.payouts.planning import Proposal


def preview(*, at: datetime, seller_ids: Collection[UUID] | None = None) -> list[Proposal]:
    """What a run by hand would pay now: those who are paid first, then those who are left out with the reason."""
    seen = look(selection=Selection(by_hand=True, seller_ids=seller_ids), at=at)
    return sorted(
        (one.proposal for one in seen), key=lambda one: (bool(one.left_out), one.seller.name, str(one.seller.pk))
    )


def runs() -> QuerySet[PayoutRun]:
    names = {"proposed_name": audit.name_of("proposed_by"), "decided_name": audit.name_of("decided_by")}
    return PayoutRun.objects.annotate(**names).order_by("-number")


def run(run_id: UUID) -> PayoutRun:
    """With everybody whom it paid or left out. Raises NotFound."""
    items = Prefetch("items", RunItem.objects.select_related("seller").order_by("left_out", "seller__name"))
    found = runs().prefetch_related(items).filter(pk=run_id).first()
    if found is None:
        raise NotFound("There is no such run.")
    return found
