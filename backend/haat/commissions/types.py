"""Facts about commission."""

from dataclasses import dataclass
from typing import ClassVar

from haat.core.events import Event


@dataclass(frozen=True, slots=True)
class CommissionComputed(Event):
    topic: ClassVar[str] = "commissions.computed"
    order_id: str


@dataclass(frozen=True, slots=True)
class CreditReckoned(Event):
    """The fees of what was taken back are taken back too."""

    topic: ClassVar[str] = "commissions.credit_reckoned"
    credit_id: str


@dataclass(frozen=True, slots=True)
class RuleSpec:
    """A rule as a manifest or a form gives it; ids are resolved by the caller."""

    name: str
    percent_bp: int
    valid_from: str  # ISO date
    valid_to: str | None = None
    seller_id: str | None = None
    category_id: str | None = None
    fixed_minor: int = 0
    floor_minor: int | None = None
    cap_minor: int | None = None
