"""Promotions of a manifest: written, launched, changed and ended so that they are what the file says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from haat.promotions.models import Promotion
from haat.promotions.services.coupons import add_coupon
from haat.promotions.services.terms import change, draft, move

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.promotions.services.checks import Spec


@dataclass(frozen=True, slots=True)
class Written:
    """A promotion as a file gives it; `key` is its name in the file and stays."""

    key: str
    spec: Spec
    code: str = ""


def set_promotions(*, rows: Sequence[Written], currency: str, at: datetime) -> None:
    """Make the running promotions that came by file those of the file. One that people stopped stays stopped.

    Raises TermsStand when the file changes terms that orders were made on: give it another key.
    """
    with transaction.atomic():
        living = {row.key: row for row in Promotion.objects.exclude(key=None).exclude(status=Promotion.Status.ENDED)}
        for row in rows:
            found = living.pop(row.key, None)
            if found is not None:
                change(promotion=found, spec=row.spec)
            elif not Promotion.objects.filter(key=row.key).exists():
                _begin(row, currency, at)
        for gone in living.values():
            move(promotion=gone, verb="end", at=at, reason="No longer in the manifest")


def _begin(row: Written, currency: str, at: datetime) -> None:
    promotion = draft(spec=row.spec, currency=currency, key=row.key)
    if row.code:
        add_coupon(promotion=promotion, code=row.code)
    move(promotion=promotion, verb="launch", at=at)
