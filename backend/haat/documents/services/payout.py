"""Statements of payouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.documents.content import payout
from haat.documents.services.issue import issue
from haat.payouts import queries as payouts
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.documents.models import Document


def state_payout(*, payout_id: UUID | str, at: datetime) -> Document:
    return issue(draft=payout.statement(payouts.payout(payout_id), active_brand()), at=at)
