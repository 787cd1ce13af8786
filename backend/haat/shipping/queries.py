"""What one seller's parcel costs to ship, where, and whether it can be sent there at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.core import countries
from haat.core.errors import InvalidInput
from haat.shipping.document import of_policies, tariff_of, zones_of
from haat.shipping.fees import least, least_ever, package_fee, rates_at
from haat.shipping.types import ShippingFee, Tariff, Where

if TYPE_CHECKING:
    from haat.core.countries import Country
    from haat.tenancy.models import Brand

__all__ = [
    "front",
    "has_own",
    "of_policies",
    "package_fee",
    "place_of",
    "rates_at",
    "refusal",
    "refuses_cash",
    "standing",
    "tariff",
    "trial",
    "zones_of",
]


def tariff(brand: Brand) -> Tariff:
    """The brand's rates, out of its own row: no statement is sent."""
    country = countries.country(brand.country)
    if not has_own(brand):
        return standing(country, brand.currency, brand.settings.get("policies", {}))
    return tariff_of(brand.shipping, country=country, currency=brand.currency)


def has_own(brand: Brand) -> bool:
    """Whether the brand set rates; else its policies are the one table."""
    return "elsewhere" in brand.shipping


def standing(country: Country, currency: str, policies: dict[str, Any]) -> Tariff:
    """The rates of a brand that has none of its own."""
    return Tariff(country, currency, of_policies(policies))


def refusal(rates: Tariff, where: Where | None) -> str:
    """Why nothing is sent to a place; empty when it is, or may be."""
    if any(one.delivers for one in rates_at(rates, where)):
        return ""
    return f"We do not deliver to {_place(rates, where)}. Choose another address."


def refuses_cash(rates: Tariff, where: Where | None) -> str:
    """Why a parcel is not paid at the door of a place; empty when it can be."""
    if any(one.cash for one in rates_at(rates, where) if one.delivers) or refusal(rates, where):
        return ""
    return f"Cash on delivery is not offered in {_place(rates, where)}. Pay online instead."


def front(brand: Brand) -> dict[str, Any]:
    """What the shop may say to everybody. By rates of its own: the lowest fee, a value above which delivery is free at
    each place, cash where some place has it, and `by` what of an address a fee is found; else that is empty.
    """
    if not has_own(brand):
        policies = {name: brand.policy(name) for name in ("base_fee_minor", "free_above_minor", "cod")}
        return policies | {"by": ""}
    served = [one for one in tariff(brand).every if one.delivers]
    limits = [one.free_above_minor for one in served if one.free_above_minor is not None]
    return {
        "base_fee_minor": min(map(least_ever, served), default=None),
        "free_above_minor": max(limits) if limits and len(limits) == len(served) else None,
        "cod": bool(brand.policy("cod")) and any(one.cash for one in served),
        "by": "pin" if countries.country(brand.country).has_post_codes else "region",
    }


@dataclass(frozen=True, slots=True)
class Trial:
    """One parcel at one place."""

    fee: ShippingFee
    delivers: bool
    cash: bool


def trial(brand: Brand, *, pin: str, region: str, weight_g: int, goods_minor: int) -> Trial:
    """What one parcel would cost. Raises InvalidInput for no place, and for one whose region decides and is not said."""
    rates = tariff(brand)
    found = rates_at(rates, place_of(brand, pin=pin, region=region))
    if len(found) > 1:
        sentence = f"{pin} can be in more than one {rates.country.region_word}. Choose which."
        raise InvalidInput(sentence, details={"region": [sentence]})
    fee = least(found, goods_minor=goods_minor, weight_g=weight_g, currency=brand.currency)
    return Trial(fee, found[0].delivers, found[0].delivers and found[0].cash)


def place_of(brand: Brand, *, pin: str, region: str) -> Where:
    """A place as people name it without an address: a post code, a region, or both. Raises InvalidInput."""
    country = countries.country(brand.country)
    if country.has_post_codes and not region:
        field, sentence = "pin", f"There is no PIN code “{pin}”. Check its six digits."
        if any(not country.place_problem(pin, one) for one in country.regions):
            return Where(pin)
    else:
        field, sentence = "pin" if region in country.regions else "region", country.place_problem(pin, region)
        if not sentence:
            return Where(pin, region)
    raise InvalidInput(sentence, details={field: [sentence]})


def _place(rates: Tariff, where: Where | None) -> str:
    if where is None:
        return "any address at the moment"
    return where.post_code or rates.country.region_name(where.region)
