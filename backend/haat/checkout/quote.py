"""The quote: one pure, explained function from lines, address, method and dated rules to every figure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from haat.shipping.queries import package_fee
from haat.tax.queries import NoRate, Tax, gst_rate, inside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

COD, ONLINE = "cod", "razorpay"


@dataclass(frozen=True, slots=True)
class Line:
    """What is bought: facts only, no objects of the database."""

    offer_id: UUID
    seller_id: UUID
    seller_name: str
    seller_state: str
    seller_gst: str  # regular | composition | unregistered
    title: str
    hsn: str
    unit_minor: int
    quantity: int
    weight_g: int


@dataclass(frozen=True, slots=True)
class QuotedLine:
    line: Line
    tax: Tax
    rate_source: str


@dataclass(frozen=True, slots=True)
class Package:
    """One seller's parcel."""

    seller_id: UUID
    seller_name: str
    lines: list[QuotedLine]
    shipping_minor: int
    shipping_reason: str
    shipping_tax: Tax

    @property
    def goods_minor(self) -> int:
        return sum(line.tax.gross_minor for line in self.lines)

    @property
    def total_minor(self) -> int:
        return self.goods_minor + self.shipping_minor


@dataclass(frozen=True, slots=True)
class Quote:
    """`problems` are sentences that keep it from becoming an order."""

    currency: str
    method: str
    packages: list[Package]
    cod_fee_minor: int
    problems: list[str] = field(default_factory=list)

    @property
    def goods_minor(self) -> int:
        return sum(package.goods_minor for package in self.packages)

    @property
    def shipping_minor(self) -> int:
        return sum(package.shipping_minor for package in self.packages)

    @property
    def tax_minor(self) -> int:
        goods = sum(line.tax.tax_minor for package in self.packages for line in package.lines)
        return goods + sum(package.shipping_tax.tax_minor for package in self.packages)

    @property
    def total_minor(self) -> int:
        return self.goods_minor + self.shipping_minor + self.cod_fee_minor


def quote(
    *, lines: Sequence[Line], state: str, policies: dict[str, Any], method: str, currency: str, on: date
) -> Quote:
    """Price a set of lines for one place of supply. Never raises for what a shopper can do: it lists problems."""
    problems: list[str] = []
    packages = [
        _package([line for line in lines if line.seller_id == seller], state, policies, on, problems)
        for seller in dict.fromkeys(line.seller_id for line in lines)
    ]
    cod_fee = 0
    if method == COD:
        goods = sum(package.total_minor for package in packages)
        cod_fee = policies.get("cod_fee_minor", 0)
        problems += _cod_problems(goods + cod_fee, policies)
    return Quote(currency, method, packages, cod_fee, problems)


def _package(lines: list[Line], state: str, policies: dict[str, Any], on: date, problems: list[str]) -> Package:
    first = lines[0]
    interstate = first.seller_state != state
    if interstate and first.seller_gst != "regular":
        problems.append(f"{first.seller_name} may sell within its own state only. Choose another address or seller.")
    quoted = [_line(line, interstate, on, problems) for line in lines]
    goods = sum(item.tax.gross_minor for item in quoted)
    fee = package_fee(
        policies=policies, goods_minor=goods, weight_g=sum(line.weight_g * line.quantity for line in lines)
    )
    # Shipping is part of a composite supply with the goods and is taxed as they are, at the highest of their rates.
    rate = max(item.tax.rate_bp for item in quoted)
    return Package(
        first.seller_id,
        first.seller_name,
        quoted,
        fee.minor,
        fee.reason,
        inside(fee.minor, rate, interstate=interstate),
    )


def _line(line: Line, interstate: bool, on: date, problems: list[str]) -> QuotedLine:  # noqa: FBT001 - private
    gross = line.unit_minor * line.quantity
    if line.seller_gst != "regular":
        return QuotedLine(
            line, inside(gross, 0, interstate=interstate), f"No tax is charged by a seller that is {line.seller_gst}"
        )
    try:
        rate = gst_rate(line.hsn, line.unit_minor, on)
    except NoRate:
        problems.append(f"“{line.title}” cannot be sold at the moment: its tax rate is not known.")
        return QuotedLine(line, inside(gross, 0, interstate=interstate), "unknown")
    return QuotedLine(line, inside(gross, rate.basis_points, interstate=interstate), rate.source)


def _cod_problems(total: int, policies: dict[str, Any]) -> list[str]:
    if not policies.get("cod"):
        return ["Cash on delivery is not offered here. Pay online instead."]
    cap = policies.get("cod_cap_minor")
    return (
        ["This order is too large for cash on delivery. Pay online instead."] if cap is not None and total > cap else []
    )
