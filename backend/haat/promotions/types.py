"""What a promotion is when it is reckoned with: facts only, no rows of the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

PERCENT, FIXED, FIXED_PRICE, BUY_GET, FREE_SHIPPING = "percent", "fixed", "fixed_price", "buy_get", "free_shipping"
WHOLE_BP = 10_000
MINOR_MAX = 10**12  # of any amount in the terms
PIECES_MAX = 99


@dataclass(frozen=True, slots=True)
class Goods:
    """A line of a cart as promotions see it. `category_ids` are its category and all above it."""

    seller_id: UUID
    product_id: UUID
    category_ids: frozenset[UUID]
    unit_minor: int
    quantity: int

    @property
    def gross_minor(self) -> int:
        return self.unit_minor * self.quantity


@dataclass(frozen=True, slots=True)
class Ticket:
    """A code that was entered, and what it opens."""

    id: UUID
    code: str
    customer_id: UUID | None = None  # the only one who may use it
    expires_at: datetime | None = None
    uses_left: int | None = None
    is_stopped: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One promotion at one moment. Amounts are minor units of `currency`; what is left of a budget is None without one."""

    id: UUID
    name: str
    currency: str
    benefit: str
    percent_bp: int = 0  # percent off; for buy-and-get of the pieces that are got
    amount_minor: int = 0  # off the goods, or the price of a piece
    cap_minor: int | None = None
    buy_quantity: int = 0
    get_quantity: int = 0
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    is_running: bool = True
    min_spend_minor: int = 0
    min_quantity: int = 0
    first_order_only: bool = False
    seller_ids: frozenset[UUID] = frozenset()
    category_ids: frozenset[UUID] = frozenset()
    product_ids: frozenset[UUID] = frozenset()
    is_exclusive: bool = False
    priority: int = 0
    brand_bp: int = WHOLE_BP  # the brand's share of the discount; the sellers of the goods pay the rest
    budget_left_minor: int | None = None
    uses_left: int | None = None
    uses_per_customer: int | None = None
    minor_per_customer: int | None = None
    ticket: Ticket | None = None

    def covers(self, goods: Goods) -> bool:
        return (
            (not self.seller_ids or goods.seller_id in self.seller_ids)
            and (not self.product_ids or goods.product_id in self.product_ids)
            and (not self.category_ids or bool(goods.category_ids & self.category_ids))
        )


@dataclass(frozen=True, slots=True)
class Shopper:
    """What is known of who buys; a guest has no id and has never ordered."""

    id: UUID | None = None
    has_ordered: bool = False
    uses: Mapping[UUID, int] = field(default_factory=dict)  # promotion → times used
    saved: Mapping[UUID, int] = field(default_factory=dict)  # promotion → minor units saved
    held: frozenset[UUID] = frozenset()  # promotions in an order of theirs that is not paid yet


@dataclass(frozen=True, slots=True)
class Applied:
    """A promotion at work: what it takes off each line, in the order of the goods; or whose delivery it pays."""

    rule: Rule
    by_line: tuple[int, ...]
    free_delivery_of: frozenset[UUID] = frozenset()
    sentence: str = ""

    @property
    def goods_minor(self) -> int:
        return sum(self.by_line)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an entered code, or a promotion, does not apply. `reason` is a word for programs, `missing_minor` what is left to spend."""

    code: str
    reason: str
    sentence: str
    missing_minor: int = 0


Option = tuple[Applied, ...]  # promotions that may apply together


@dataclass(frozen=True, slots=True)
class Claim:
    """What an order takes from a promotion's budgets, `brand_minor` of it paid by the brand."""

    promotion_id: UUID
    coupon_id: UUID | None
    discount_minor: int
    brand_minor: int
