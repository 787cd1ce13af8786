"""Giving and withdrawing consent: each decision is a row, with the words that were read. Withdrawing is as easy as giving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.customers import queries
from haat.customers.models import Consent
from haat.customers.notices import NOTICES

if TYPE_CHECKING:
    from datetime import datetime

    from haat.customers.models import Customer


def decide(*, customer: Customer, purpose: str, granted: bool, place: str, at: datetime) -> Consent | None:
    """Write a decision down. None when it changes nothing, so that a repeated form leaves no second row."""
    before = queries.last_consent(customer=customer, purpose=purpose)
    if (before.granted if before else False) == granted and (before is not None or not granted):
        return None
    notice = NOTICES[purpose]
    return Consent.objects.create(
        customer=customer,
        purpose=purpose,
        granted=granted,
        version=notice.version,
        text=str(notice.text),
        place=place,
        at=at,
    )
