"""Setting a brand's zones and rates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core import countries, events, generation
from haat.core.errors import InvalidInput
from haat.shipping.checks import faults
from haat.shipping.document import ELSEWHERE, plain, written
from haat.shipping.types import RatesChanged, Zone
from haat.tenancy import services as tenancy
from haat.tenancy.context import public_scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.shipping.types import Rates
    from haat.tenancy.models import Brand


@transaction.atomic
def set_rates(*, brand: Brand, zones: Sequence[Zone], elsewhere: Rates | None, seen: int) -> Brand:
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
        before, brand = tenancy.set_shipping(brand_id=brand.pk, document=document, seen=seen)
    audit.record("shipping.rates_set", brand, before=_shown(before), after=_shown(document))
    events.publish(RatesChanged())
    generation.bump_after_commit()
    return brand


def _named(rates: Rates) -> Rates:
    return replace(rates, name=rates.name.strip())


def _shown(document: dict[str, Any]) -> dict[str, Any]:
    """Each zone by its name, as the log shows what changed; empty for a brand that goes by its policies."""
    if not document.get("elsewhere"):
        return {}
    rows = [*document["zones"], document["elsewhere"]]
    places = {
        kind: [sorted(key for key, at in document[kind].items() if at == index) for index in range(len(rows))]
        for kind in ("prefixes", "regions")
    }
    return {row["name"]: row | {kind: places[kind][index] for kind in places} for index, row in enumerate(rows)}
