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
    seller_tier: str = ""
    product_id: str | None = None
    price_min_minor: int | None = None  # of a piece, before discounts
    price_max_minor: int | None = None
    payment: str = ""  # prepaid | cod
    basis: str = "taxable"  # taxable | gross
    with_shipping: bool = False


TERMS = (  # what of a rule is written into its row as it is given
    "percent_bp", "fixed_minor", "floor_minor", "cap_minor", "basis", "with_shipping", "seller_tier", "payment",
    "price_min_minor", "price_max_minor",
)  # fmt: skip
SCOPE = ("seller_id", "category_id", "product_id")
