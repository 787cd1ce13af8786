"""Setting a brand's zones and rates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core import countries, events, generation
from haat.core.errors import InvalidInput
from haat.core.money import Money
from haat.shipping.checks import faults
from haat.shipping.document import ELSEWHERE, plain, tariff_of, written, zones_of
from haat.shipping.fees import grams
from haat.shipping.types import BY_WEIGHT, RatesChanged, Zone
from haat.tenancy import services as tenancy
from haat.tenancy.context import public_scope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.shipping.types import Rates
    from haat.tenancy.models import Brand


@transaction.atomic
def set_rates(*, brand: Brand, zones: Sequence[Zone], elsewhere: Rates | None, seen: int, at: datetime) -> Brand:
    """Replace a brand's rates, or with none at all go back to its policies. Orders keep what they were placed with.

    Raises InvalidInput with field and row, RatesMoved.
    """
    if found := faults(zones, elsewhere, countries.country(brand.country), brand.currency):
        raise InvalidInput(next(iter(found.values()))[0], details=found)
    document: dict[str, Any] = {"version": seen + 1}
    if elsewhere is not None:
        clean = [Zone(plain(_named(zone.rates)), zone.prefixes, zone.regions) for zone in zones]
        document = written(clean, plain(replace(elsewhere, name=ELSEWHERE)), version=seen + 1)
    with public_scope():
        before, brand = tenancy.set_shipping(brand_id=brand.pk, document=document, seen=seen, at=at)
    audit.record("shipping.rates_set", brand, before=_shown(before, brand), after=_shown(document, brand))
    events.publish(RatesChanged())
    generation.bump_after_commit()
    return brand


def _named(rates: Rates) -> Rates:
    return replace(rates, name=rates.name.strip())


def _shown(document: dict[str, Any], brand: Brand) -> dict[str, Any]:
    """Each zone by its name, as the log shows what changed; empty for a brand that goes by its policies."""
    if "elsewhere" not in document:
        return {}
    tariff = tariff_of(document, country=countries.country(brand.country), currency=brand.currency)
    zones = [*zones_of(tariff), Zone(tariff.elsewhere)]
    return {zone.rates.name: _row(zone, brand) for zone in zones}


def _row(zone: Zone, brand: Brand) -> dict[str, Any]:
    rates, country = zone.rates, countries.country(brand.country)
    size = grams if rates.by == BY_WEIGHT else (lambda minor: str(Money(minor, brand.currency)))
    return {
        "prefixes": list(zone.prefixes), "regions": [country.region_name(one) for one in zone.regions],
        "delivers": rates.delivers, "by": rates.by, "beyond": rates.beyond, "beyond_minor": rates.beyond_minor,
        "steps": [f"{size(step.up_to)}: {Money(step.fee_minor, brand.currency)}" for step in rates.steps],
        "free_above_minor": rates.free_above_minor, "cash": rates.cash,
    }  # fmt: skip
