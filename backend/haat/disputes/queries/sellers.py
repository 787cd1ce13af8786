"""Cases as one seller sees them: those that fall on its own parts, with its own words and papers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch

from haat.core.errors import NotFound
from haat.disputes.models import Answer, Paper
from haat.disputes.queries.cases import cases

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.disputes.models import Case
    from haat.payments.models import DisputeShare
    from haat.sellers.models import Seller


def seller_cases(*, seller: Seller, state: str = "") -> QuerySet[Case]:
    own = Prefetch("answers", Answer.objects.filter(seller=seller))
    papers = Prefetch("papers", Paper.objects.filter(seller=seller).order_by("created_at"))
    rows = cases(state=state).prefetch_related(None).prefetch_related(own, papers, "dispute__shares")
    return rows.filter(answers__seller=seller, dispute__shares__seller_id=seller.pk)


def seller_case(*, seller: Seller, case_id: UUID) -> Case:
    """Raises NotFound for a rival's."""
    found = seller_cases(seller=seller).filter(pk=case_id).first()
    if found is None:
        raise NotFound("There is no such dispute.")
    return found


def seller_share(case: Case, seller: Seller) -> list[DisputeShare]:
    return [share for share in case.dispute.shares.all() if share.seller_id == seller.pk]
