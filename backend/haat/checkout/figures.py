"""The figures of a quote and what each is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haat.core.money import Money
from haat.promotions.types import Goods

if TYPE_CHECKING:
    from uuid import UUID

    from haat.promotions.types import Refusal, Rule
    from haat.tax.queries import Tax

COD, ONLINE = "cod", "razorpay"


@dataclass(frozen=True, slots=True)
class Line:
    """What is bought: facts only, no objects of the database. `category_ids` are the category and all above it."""

    offer_id: UUID
    product_id: UUID
    category_ids: frozenset[UUID]
    seller_id: UUID
    seller_name: str
    seller_region: str
    seller_status: str  # of the seller's tax registration: regular | composition | unregistered
    title: str
    hsn: str
    unit_minor: int
    quantity: int
    weight_g: int
    seller_is_own: bool = False  # the brand itself sells: gift cards may pay

    @property
    def gross_minor(self) -> int:
        return self.unit_minor * self.quantity

    @property
    def as_goods(self) -> Goods:
        return Goods(self.seller_id, self.product_id, self.category_ids, self.unit_minor, self.quantity)


@dataclass(frozen=True, slots=True)
class Part:
    """What one promotion takes off one line or one delivery; the seller pays what the brand does not."""

    rule: Rule
    minor: int
    brand_minor: int


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """`tax` is inside the value of the supply: what the customer pays and what the brand pays for the customer."""

    line: Line
    parts: list[Part]
    tax: Tax
    rate_source: str

    @property
    def discount_minor(self) -> int:
        return sum(part.minor for part in self.parts)

    @property
    def brand_discount_minor(self) -> int:
        return sum(part.brand_minor for part in self.parts)

    @property
    def paid_minor(self) -> int:
        return self.line.gross_minor - self.discount_minor


@dataclass(frozen=True, slots=True)
class Package:
    """One seller's parcel. Goods and shipping are what they cost without promotions."""

    seller_id: UUID
    seller_name: str
    lines: list[QuotedLine]
    shipping_minor: int
    shipping_reason: str
    shipping_parts: list[Part]
    shipping_tax: Tax
    is_own: bool = False  # of the brand itself
    shipping_is_least: bool = False  # the address decides whether it is more

    @property
    def goods_minor(self) -> int:
        return sum(item.line.gross_minor for item in self.lines)

    @property
    def shipping_discount_minor(self) -> int:
        return sum(part.minor for part in self.shipping_parts)

    @property
    def shipping_brand_discount_minor(self) -> int:
        return sum(part.brand_minor for part in self.shipping_parts)

    @property
    def discount_minor(self) -> int:
        return sum(item.discount_minor for item in self.lines) + self.shipping_discount_minor

    @property
    def brand_discount_minor(self) -> int:
        return sum(item.brand_discount_minor for item in self.lines) + self.shipping_brand_discount_minor

    @property
    def total_minor(self) -> int:
        return self.goods_minor + self.shipping_minor - self.discount_minor


@dataclass(frozen=True, slots=True)
class Saving:
    """One promotion over the whole cart."""

    rule: Rule
    sentence: str
    minor: int
    brand_minor: int

    @property
    def code(self) -> str:
        return self.rule.ticket.code if self.rule.ticket else ""


@dataclass(frozen=True, slots=True)
class Gift:
    """A gift card in the cart, and what it pays of the parcels that the brand itself sends."""

    card_id: UUID
    last4: str
    balance_minor: int
    by_seller: dict[UUID, int]

    @property
    def minor(self) -> int:
        return sum(self.by_seller.values())


@dataclass(frozen=True, slots=True)
class Reason:
    """A figure and how it came about."""

    name: str
    minor: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Quote:
    """`problems` keep it from becoming an order; `refusals` are codes and promotions that do not apply."""

    currency: str
    method: str
    packages: list[Package]
    cod_fee_minor: int
    tax_name: str
    problems: list[str] = field(default_factory=list)
    savings: list[Saving] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    gift: Gift | None = None
    undelivered: str = ""  # why nothing is sent there, in a sentence

    @property
    def gift_card_minor(self) -> int:
        return self.gift.minor if self.gift else 0

    @property
    def to_pay_minor(self) -> int:
        """What is left to pay beside a gift card."""
        return self.total_minor - self.gift_card_minor

    @property
    def goods_minor(self) -> int:
        return sum(package.goods_minor for package in self.packages)

    @property
    def shipping_minor(self) -> int:
        return sum(package.shipping_minor for package in self.packages)

    @property
    def shipping_is_least(self) -> bool:
        return any(package.shipping_is_least for package in self.packages)

    @property
    def discount_minor(self) -> int:
        return sum(package.discount_minor for package in self.packages)

    @property
    def tax_minor(self) -> int:
        goods = sum(line.tax.tax_minor for package in self.packages for line in package.lines)
        return goods + sum(package.shipping_tax.tax_minor for package in self.packages)

    @property
    def total_minor(self) -> int:
        return self.goods_minor + self.shipping_minor - self.discount_minor + self.cod_fee_minor

    @property
    def reasons(self) -> list[Reason]:
        """Every figure of the sum with its sentence, in the order in which it is added up."""
        pieces = sum(item.line.quantity for package in self.packages for item in package.lines)
        rows = [Reason("goods", self.goods_minor, f"{pieces} pieces at today's prices, tax included")]
        rows += [Reason("discount", -one.minor, f"{one.rule.name}: {one.sentence}") for one in self.savings]
        rows += [
            Reason("shipping", one.shipping_minor, f"{one.seller_name}: {one.shipping_reason}") for one in self.packages
        ]
        if self.cod_fee_minor:
            rows.append(Reason("cod_fee", self.cod_fee_minor, "The brand's fee for cash on delivery"))
        words = f"Inside the amounts above, {self.tax_name} at the rate of each thing and for the place it goes to"
        total = f"Goods and delivery less discounts = {Money(self.total_minor, self.currency)}"
        return [*rows, Reason("tax_included", self.tax_minor, words), Reason("total", self.total_minor, total)]
