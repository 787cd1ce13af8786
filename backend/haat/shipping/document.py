"""A brand's zones as its row keeps them. A prefix, a region and a step are keys, so none can be there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.shipping.types import BY_WEIGHT, PER_KG, Rates, Step, Tariff, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.core.countries import Country

ELSEWHERE = "Everywhere else"
GRAMS_INCLUDED = 1000


def tariff_of(document: dict[str, Any], *, country: Country, currency: str) -> Tariff:
    """The rates that a row keeps."""
    return Tariff(
        country, currency, _rates(document["elsewhere"]), tuple(map(_rates, document["zones"])), document["prefixes"],
        document["regions"],
    )  # fmt: skip


def of_policies(policies: dict[str, Any], name: str = "") -> Rates:
    """Free above a value, else a base fee with one kilogram and a fee for each more."""
    return Rates(
        name, steps=(Step(GRAMS_INCLUDED, policies.get("base_fee_minor", 0)),), beyond=PER_KG,
        beyond_minor=policies.get("per_extra_kg_minor", 0), free_above_minor=policies.get("free_above_minor"),
        cash=bool(policies.get("cod")),
    )  # fmt: skip


def zones_of(tariff: Tariff) -> list[Zone]:
    """The zones with their places, as people edit them."""
    return [
        Zone(rates, tuple(sorted(key for key, at in tariff.by_prefix.items() if at == index)),
             tuple(sorted(key for key, at in tariff.by_region.items() if at == index)))
        for index, rates in enumerate(tariff.zones)
    ]  # fmt: skip


def written(zones: Sequence[Zone], elsewhere: Rates, *, version: int) -> dict[str, Any]:
    """The other way round."""
    return {
        "version": version,
        "prefixes": {key: index for index, zone in enumerate(zones) for key in zone.prefixes},
        "regions": {key: index for index, zone in enumerate(zones) for key in zone.regions},
        "zones": [_row(zone.rates) for zone in zones],
        "elsewhere": _row(elsewhere),
    }


def _row(rates: Rates) -> dict[str, Any]:
    return {
        "name": rates.name, "delivers": rates.delivers, "by": rates.by,
        "steps": {str(step.up_to): step.fee_minor for step in rates.steps}, "beyond": rates.beyond,
        "beyond_minor": rates.beyond_minor, "free_above_minor": rates.free_above_minor, "cash": rates.cash,
    }  # fmt: skip


def _rates(row: dict[str, Any]) -> Rates:
    steps = sorted((int(up_to), fee) for up_to, fee in row["steps"].items())
    return Rates(**row | {"steps": tuple(Step(up_to, fee) for up_to, fee in steps)})


def plain(rates: Rates) -> Rates:
    """Rates without what does not matter where nothing is delivered."""
    return rates if rates.delivers else Rates(rates.name, delivers=False, by=BY_WEIGHT, cash=False)
