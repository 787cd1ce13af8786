"""From lines and promotions to each seller's parcel: discount first, then tax on what is left, then delivery."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.checkout.figures import Line, Package, Part, QuotedLine
from haat.core.money import share, spread
from haat.shipping import queries as shipping
from haat.tax.queries import NoRate, Rate

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from haat.core.countries import Country
    from haat.promotions.types import Applied, Option
    from haat.shipping.types import Tariff, Where
    from haat.tax.queries import Regime


@dataclass(frozen=True, slots=True)
class Place:
    """Where the goods go and whose tax law holds. `where` is None while no address is known."""

    region: str
    tax: Regime
    where: Where | None = None

    @property
    def country(self) -> Country:
        return self.tax.country


@dataclass(frozen=True, slots=True)
class Basket:
    lines: list[Line]
    place: Place
    policies: dict[str, Any]
    on: date
    tariff: Tariff


def parcels(basket: Basket, way: Option) -> tuple[list[Package], list[str]]:
    """Each seller's parcel under one way of promotions, and the problems found."""
    problems: list[str] = []
    parts = _parts(way, len(basket.lines))
    sellers = dict.fromkeys(line.seller_id for line in basket.lines)
    return [_parcel(basket, seller, parts, way, problems) for seller in sellers], problems


def _parts(way: Option, count: int) -> list[list[Part]]:
    """Per line what each promotion takes. The brand's share is a share of the whole, spread like the discount itself."""
    found: list[list[Part]] = [[] for _ in range(count)]
    for applied in way:
        brand = (
            spread(share(applied.goods_minor, applied.rule.brand_bp), applied.by_line) if applied.goods_minor else []
        )
        for index, paid_by_brand in enumerate(brand):
            if applied.by_line[index]:
                found[index].append(Part(applied.rule, applied.by_line[index], paid_by_brand))
    return found


def _parcel(basket: Basket, seller: UUID, parts: list[list[Part]], way: Option, problems: list[str]) -> Package:
    place = basket.place
    mine = [(line, parts[index]) for index, line in enumerate(basket.lines) if line.seller_id == seller]
    first = mine[0][0]
    words = place.tax.refusal(
        seller=first.seller_name, status=first.seller_status, origin=first.seller_region, destination=place.region
    )
    problems += [words] if words else []
    quoted = [_line(basket, line, own, problems) for line, own in mine]
    # The limit for free delivery is measured on what the goods cost after discounts: that is what the parcel brings in.
    fee = shipping.package_fee(
        basket.tariff, place.where, goods_minor=sum(item.paid_minor for item in quoted),
        weight_g=sum(line.weight_g * line.quantity for line, _ in mine),
    )  # fmt: skip
    free = [_free(applied, fee.minor) for applied in way if seller in applied.free_delivery_of][:1] if fee.minor else []
    value = fee.minor - sum(part.minor - part.brand_minor for part in free)
    # Delivery is part of a composite supply with the goods and is taxed as they are, at the highest of their rates.
    rate = max(item.tax.rate_bp for item in quoted)
    tax = place.tax.inside(value, rate, origin=first.seller_region, destination=place.region)
    return Package(
        first.seller_id, first.seller_name, quoted, fee.minor, fee.reason, free, tax, first.seller_is_own, fee.is_least
    )


def _line(basket: Basket, line: Line, parts: list[Part], problems: list[str]) -> QuotedLine:
    """A discount that the seller bears lowers the value of the supply; one that the brand bears is paid by the brand instead."""
    value = line.gross_minor - sum(part.minor - part.brand_minor for part in parts)
    rate = _rate(basket, line, value, problems)
    tax = basket.place.tax.inside(value, rate.basis_points, origin=line.seller_region, destination=basket.place.region)
    return QuotedLine(line, parts, tax, rate.source)


def _rate(basket: Basket, line: Line, value: int, problems: list[str]) -> Rate:
    if line.seller_status != "regular":
        return Rate(0, f"No tax is charged by a seller that is {line.seller_status}")
    try:
        return basket.place.tax.rate(line.hsn, value, line.quantity, basket.on)
    except NoRate:
        problems.append(f"“{line.title}” cannot be sold at the moment: its tax rate is not known.")
        return Rate(0, "unknown")


def _free(applied: Applied, fee: int) -> Part:
    return Part(applied.rule, fee, share(fee, applied.rule.brand_bp))
