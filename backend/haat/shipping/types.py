"""What delivery costs where: zones with their rates, and the answer for one parcel."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from haat.core.events import Event

if TYPE_CHECKING:
    from collections.abc import Mapping

    from haat.core.countries import Country

BY_WEIGHT, BY_PRICE = "weight", "price"
ONE_FEE, PER_KG = "fee", "per_kg"


@dataclass(frozen=True, slots=True)
class Step:
    """Up to so many grams, or minor units of goods, the last one included, a parcel costs this."""

    up_to: int
    fee_minor: int


@dataclass(frozen=True, slots=True)
class Rates:
    """What a parcel costs in one zone. Above the last step it is one fee, or the last step's and one for each kilogram begun."""

    name: str
    delivers: bool = True
    by: str = BY_WEIGHT
    steps: tuple[Step, ...] = ()
    beyond: str = ONE_FEE
    beyond_minor: int = 0
    free_above_minor: int | None = None
    cash: bool = True


@dataclass(frozen=True, slots=True)
class Zone:
    """Rates and the places they are for: post codes that begin so, and whole regions of the country."""

    rates: Rates
    prefixes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tariff:
    """A brand's rates. The longest prefix wins, then the region; `elsewhere` is what no zone takes."""

    country: Country
    currency: str
    elsewhere: Rates
    zones: tuple[Rates, ...] = ()
    by_prefix: Mapping[str, int] = field(default_factory=dict)
    by_region: Mapping[str, int] = field(default_factory=dict)

    @property
    def every(self) -> tuple[Rates, ...]:
        return (*self.zones, self.elsewhere)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a parcel goes. Of a post code alone the region is empty: what may lie there counts."""

    post_code: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class ShippingFee:
    """`is_least`: where it goes is not known well enough, and nowhere is it less."""

    minor: int
    reason: str
    is_least: bool = False


@dataclass(frozen=True, slots=True)
class RatesChanged(Event):
    """What delivery costs changed, so which offer is cheapest with it may have."""

    topic: ClassVar[str] = "shipping.rates_changed"
