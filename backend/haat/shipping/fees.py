"""From a place and a parcel to one fee and its sentence. Pure: integers in, integers out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.money import Money
from haat.shipping.types import BY_WEIGHT, PER_KG, ShippingFee

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.shipping.types import Rates, Tariff, Where

GRAMS_A_KG = 1000


def rates_at(tariff: Tariff, where: Where | None) -> tuple[Rates, ...]:
    """The rates that hold at a place: one where it is known, each possible one where it is not."""
    if where is None:
        return tariff.every
    for length in range(len(where.post_code), 0, -1):
        if (index := tariff.by_prefix.get(where.post_code[:length])) is not None:
            return (tariff.zones[index],)
    fits = tariff.country.place_problem
    regions = (
        [where.region] if where.region else [one for one in tariff.country.regions if not fits(where.post_code, one)]
    )
    found = dict.fromkeys(tariff.by_region.get(one, len(tariff.zones)) for one in regions)
    return tuple(tariff.every[index] for index in found) or (tariff.elsewhere,)


def package_fee(tariff: Tariff, where: Where | None, *, goods_minor: int, weight_g: int) -> ShippingFee:
    """What one seller's parcel costs to a place; the least it can be where several rates are possible."""
    return least(rates_at(tariff, where), goods_minor=goods_minor, weight_g=weight_g, currency=tariff.currency)


def least(found: Sequence[Rates], *, goods_minor: int, weight_g: int, currency: str) -> ShippingFee:
    """The lowest of some rates; nothing, with a word, where none of them delivers."""
    fees = [fee_of(one, goods_minor=goods_minor, weight_g=weight_g, currency=currency) for one in found if one.delivers]
    if not fees:
        return ShippingFee(0, f"{found[0].name}: not delivered here" if len(found) == 1 else "Not delivered here")
    best = min(fees, key=lambda fee: fee.minor)
    if len(found) == 1:
        return best
    is_least = any(fee.minor != best.minor for fee in fees)
    return ShippingFee(
        best.minor, "The lowest rate; the address decides" if is_least else "The same at each address", is_least
    )


def fee_of(rates: Rates, *, goods_minor: int, weight_g: int, currency: str) -> ShippingFee:
    """The fee by the table of one zone."""
    zone = f"{rates.name}: " if rates.name else ""
    if rates.free_above_minor is not None and goods_minor >= rates.free_above_minor:
        limit = f"free from {Money(rates.free_above_minor, currency)}" if zone else "Free above the brand's limit"
        return ShippingFee(0, f"{zone}{limit}")
    measure = weight_g if rates.by == BY_WEIGHT else goods_minor
    shown = grams if rates.by == BY_WEIGHT else (lambda minor: str(Money(minor, currency)))
    what = f"a parcel of {shown(measure)}" if rates.by == BY_WEIGHT else f"goods of {shown(measure)}"
    for step in rates.steps:
        if measure <= step.up_to:
            return ShippingFee(step.fee_minor, f"{zone}{what}, rate up to {shown(step.up_to)}" if zone else "Base fee")
    if rates.beyond == PER_KG:
        last = rates.steps[-1]
        more = -(-(weight_g - last.up_to) // GRAMS_A_KG)
        words = (
            f"{what}, rate up to {shown(last.up_to)} and {more} more kg" if zone else f"Base fee and {more} extra kg"
        )
        return ShippingFee(last.fee_minor + more * rates.beyond_minor, f"{zone}{words}")
    above = f"{what}, rate above {shown(rates.steps[-1].up_to)}" if rates.steps else "one rate for every parcel"
    return ShippingFee(rates.beyond_minor, f"{zone}{above}")


def grams(weight_g: int) -> str:
    """A weight for people: 500 g, 1.25 kg."""
    kilograms, rest = divmod(weight_g, GRAMS_A_KG)
    if not kilograms:
        return f"{rest} g"
    return f"{kilograms}{f'.{rest:03d}'.rstrip('0') if rest else ''} kg"


def least_ever(rates: Rates) -> int:
    """The lowest fee of a zone's table, free delivery aside."""
    fees = [step.fee_minor for step in rates.steps]
    return min([*fees, *([] if rates.beyond == PER_KG else [rates.beyond_minor])])
