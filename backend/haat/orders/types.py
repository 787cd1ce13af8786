"""Facts about orders, and what an order is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from haat.core.events import Event
from haat.orders.portions import Figures

__all__ = ["Figures"]

if TYPE_CHECKING:
    from haat.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class OrderPlaced(Event):
    """Paid, or promised to be paid on delivery."""

    topic: ClassVar[str] = "orders.placed"
    order_id: str


@dataclass(frozen=True, slots=True)
class PartPacked(Event):
    """Ready to be handed over: its papers are due."""

    topic: ClassVar[str] = "orders.part_packed"
    part_id: str


@dataclass(frozen=True, slots=True)
class PartShipped(Event):
    topic: ClassVar[str] = "orders.part_shipped"
    part_id: str


@dataclass(frozen=True, slots=True)
class PartDelivered(Event):
    topic: ClassVar[str] = "orders.part_delivered"
    part_id: str


@dataclass(frozen=True, slots=True)
class PartCancelled(Event):
    topic: ClassVar[str] = "orders.part_cancelled"
    part_id: str


@dataclass(frozen=True, slots=True)
class PartCompleted(Event):
    """The return window is over."""

    topic: ClassVar[str] = "orders.part_completed"
    part_id: str


@dataclass(frozen=True, slots=True)
class PartCredited(Event):
    """Something of a part was taken back: goods, a claim, a price."""

    topic: ClassVar[str] = "orders.part_credited"
    credit_id: str


@dataclass(frozen=True, slots=True)
class LinesCancelled(Event):
    """Goods of a part were called off before it was shipped: beside the credit, they are free again."""

    topic: ClassVar[str] = "orders.lines_cancelled"
    credit_id: str


@dataclass(frozen=True, slots=True)
class PartEmptied(Event):
    """The last goods of a part were called off line by line: it has ended, and there is no parcel."""

    topic: ClassVar[str] = "orders.part_emptied"
    part_id: str


@dataclass(frozen=True, slots=True)
class PartCameBack(Event):
    """Nobody took the parcel: the part has ended without any goods."""

    topic: ClassVar[str] = "orders.part_came_back"
    part_id: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What a credit takes of a line: units, or with quantity 0 an amount of what the customer paid."""

    line_id: UUID
    quantity: int
    amount_minor: int | None = None


@dataclass(frozen=True, slots=True)
class NewLine:
    offer_id: UUID
    product_id: UUID
    category_id: UUID | None
    title: str
    slug: str
    sku: str
    options: list[dict[str, Any]]
    image: str
    hsn: str
    quantity: int
    unit_minor: int
    gross_minor: int
    taxable_minor: int
    rate_bp: int
    rate_source: str
    cgst_minor: int
    sgst_minor: int
    igst_minor: int
    vat_minor: int = 0
    discount_minor: int = 0
    brand_discount_minor: int = 0
    discounts: list[dict[str, Any]] = field(default_factory=list)  # each promotion with what it took and who pays


@dataclass(frozen=True, slots=True)
class NewPart:
    seller: Seller
    goods_minor: int
    shipping_minor: int
    shipping_taxable_minor: int
    shipping_rate_bp: int
    shipping_discount_minor: int = 0
    shipping_brand_discount_minor: int = 0
    shipping_discounts: list[dict[str, Any]] = field(default_factory=list)
    gift_card_minor: int = 0
    lines: list[NewLine] = field(default_factory=list)

    @property
    def discount_minor(self) -> int:
        return self.shipping_discount_minor + sum(line.discount_minor for line in self.lines)

    @property
    def brand_discount_minor(self) -> int:
        return self.shipping_brand_discount_minor + sum(line.brand_discount_minor for line in self.lines)


@dataclass(frozen=True, slots=True)
class WayOfMoney:
    """What decides whether a part may be paid to its seller."""

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "pk", "number", "seller_id", "order_id", "status", "delivered_at", "return_until", "order__payment_method",
    )  # fmt: skip

    part_id: UUID
    number: str
    seller_id: UUID
    order_id: UUID
    status: str
    delivered_at: datetime | None
    return_until: datetime | None
    method: str

    @property
    def is_cash(self) -> bool:
        return self.method == "cod"
