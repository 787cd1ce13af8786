"""Why people send things back: a dated catalogue. What a reason means for money is data, not code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext_lazy as _

FROM_THE_START = date(2025, 1, 1)
Kind = Literal["return", "exchange", "claim"]


@dataclass(frozen=True, slots=True)
class Reason:
    code: str
    words: object
    kinds: frozenset[str]
    seller_at_fault: bool  # the seller pays the way back, and delivery is given back with the last unit
    since: date = FROM_THE_START
    until: date | None = None

    @property
    def way_back_paid_by(self) -> str:
        return "seller" if self.seller_at_fault else "customer"


BACK, FAULT = frozenset({"return", "exchange"}), frozenset({"return", "exchange", "claim"})
CATALOGUE = (
    Reason("changed_mind", _("I changed my mind"), frozenset({"return"}), seller_at_fault=False),
    Reason("size", _("It does not fit"), BACK, seller_at_fault=False),
    Reason("not_as_described", _("It is not as described"), FAULT, seller_at_fault=True),
    Reason("damaged", _("It arrived damaged"), FAULT, seller_at_fault=True),
    Reason("defective", _("It does not work"), FAULT, seller_at_fault=True),
    Reason("wrong_item", _("It is another item"), FAULT, seller_at_fault=True),
    Reason("missing", _("It was not in the parcel"), frozenset({"claim"}), seller_at_fault=True),
    Reason("late", _("It came too late"), frozenset({"return"}), seller_at_fault=True),
)


def reasons_on(day: date, kind: str) -> list[Reason]:
    """Those that can be given on a day."""
    return [
        one for one in CATALOGUE if kind in one.kinds and one.since <= day and (one.until is None or day <= one.until)
    ]


def reason(code: str) -> Reason:
    """Also one that can no longer be given. Raises KeyError."""
    return {one.code: one for one in CATALOGUE}[code]
