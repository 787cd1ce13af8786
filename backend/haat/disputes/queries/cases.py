"""Cases as the brand's staff see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, F, Prefetch, Q

from haat.core.errors import NotFound
from haat.disputes.models import Answer, Case, Paper

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.payments.models import Dispute


def cases(*, state: str = "", q: str = "") -> QuerySet[Case]:
    """What must be answered first comes first; what has ended comes last, the newest first."""
    rows = Case.objects.select_related("dispute__payment", "order").prefetch_related(
        Prefetch("answers", Answer.objects.select_related("seller").order_by("created_at")),
        Prefetch("papers", Paper.objects.select_related("seller").order_by("created_at")),
        "dispute__shares",
    )
    if state:
        rows = rows.filter(state__in=state.split(","))
    if q:
        rows = rows.filter(Q(number__icontains=q) | Q(dispute__provider_dispute_id__icontains=q))
    return rows.order_by(
        F("dispute__ended_at").desc(nulls_first=True), F("dispute__respond_by").asc(nulls_last=True), "pk"
    )


def one_case(case_id: UUID) -> Case:
    """Raises NotFound."""
    found = cases().filter(pk=case_id).first()
    if found is None:
        raise NotFound("There is no such dispute.")
    return found


def case(case_id: UUID | str) -> Case:
    return cases().get(pk=case_id)


def case_of(dispute: Dispute) -> Case | None:
    return Case.objects.filter(dispute=dispute).first()


def locked_case(case_id: UUID | str) -> Case:
    """Locked until the transaction ends."""
    return Case.objects.select_for_update(of=("self",)).select_related("dispute__payment", "order").get(pk=case_id)


def counts() -> dict[str, int]:
    """How many cases are in each state."""
    return dict(Case.objects.order_by().values_list("state").annotate(Count("pk")))


def waiting_since(*, asked: datetime, undecided: datetime) -> QuerySet[Case]:
    """Answers that the provider did not take yet, and lost disputes of which nobody has said who bears them."""
    slow = ~Q(wanted="") & Q(updated_at__lt=asked)
    lost = Q(state__in=[Case.State.LOST, Case.State.ACCEPTED], bearer="", dispute__ended_at__lt=undecided)
    return Case.objects.filter(slow | lost).select_related("dispute").order_by("created_at")
