"""What is wrong with zones and their rates as somebody wrote them: field and row → sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from haat.core.money import Money
from haat.shipping.document import ELSEWHERE
from haat.shipping.fees import grams
from haat.shipping.types import BY_PRICE, BY_WEIGHT, PER_KG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from haat.core.countries import Country
    from haat.shipping.types import Rates, Step, Zone

ZONES_MAX, PREFIXES_MAX, STEPS_MAX, NAME_MAX = 40, 500, 30, 40
PREFIXES_OF_ALL_MAX = 5_000  # the brand's row is read by every process and job
WEIGHT_MAX_G = 1_000_000
FEE_MAX_MINOR = 10_000_000
PREFIX = re.compile(r"^[1-9][0-9]{0,5}$")

Fault = tuple[str, str]


def faults(zones: Sequence[Zone], elsewhere: Rates | None, country: Country, currency: str) -> dict[str, list[str]]:
    """Every fault by its place, such as `zones.1.steps.0.fee_minor`; empty when all is well."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, sentence in _faults(zones, elsewhere, country, currency):
        found[name].append(sentence)
    return dict(found)


def _faults(zones: Sequence[Zone], elsewhere: Rates | None, country: Country, currency: str) -> Iterator[Fault]:
    if len(zones) > ZONES_MAX:
        yield "zones", f"At most {ZONES_MAX} zones."
    if sum(len(zone.prefixes) for zone in zones) > PREFIXES_OF_ALL_MAX:
        yield (
            "zones",
            f"At most {PREFIXES_OF_ALL_MAX} beginnings of PIN codes in all zones. Shorter ones take more addresses.",
        )
    if zones and elsewhere is None:
        yield "elsewhere", "Say what holds for the addresses that no zone takes."
    for index, zone in enumerate(zones):
        for name, sentence in (*_name(zones, index), *_places(zone, country), *_taken(zones, index, country)):
            yield f"zones.{index}.{name}", sentence
    for name, rates in [
        *((f"zones.{index}", zone.rates) for index, zone in enumerate(zones)),
        ("elsewhere", elsewhere),
    ]:
        if rates is not None and rates.delivers:
            yield from ((f"{name}.{field}", sentence) for field, sentence in _table(rates, currency))


def _name(zones: Sequence[Zone], index: int) -> Iterator[Fault]:
    name = zones[index].rates.name.strip()
    others = {ELSEWHERE.casefold(), *(one.rates.name.strip().casefold() for at, one in enumerate(zones) if at != index)}
    if not name:
        yield "name", "Give the zone a name."
    elif len(name) > NAME_MAX:
        yield "name", f"At most {NAME_MAX} letters."
    elif name.casefold() in others:
        yield "name", f"Another zone is called “{name}”."


def _places(zone: Zone, country: Country) -> Iterator[Fault]:
    if not zone.prefixes and not zone.regions:
        what = f"PIN codes or a {country.region_word}" if country.has_post_codes else f"an {country.region_word}"
        yield "prefixes" if country.has_post_codes else "regions", f"Name {what}, so that the zone takes some address."
    if zone.prefixes and not country.has_post_codes:
        yield "prefixes", f"{country.name} has no postal codes. Choose by {country.region_word}."
    elif wrong := [one for one in zone.prefixes if not PREFIX.match(one)]:
        yield "prefixes", f"“{wrong[0][:20]}” is no beginning of a PIN code: one to six digits, the first not 0."
    if len(zone.prefixes) > PREFIXES_MAX:
        yield "prefixes", f"At most {PREFIXES_MAX} beginnings of PIN codes in one zone."
    if any(one not in country.regions for one in zone.regions):
        yield "regions", f"Choose each {country.region_word} from the list."


def _taken(zones: Sequence[Zone], index: int, country: Country) -> Iterator[Fault]:
    """A place that another zone has too, or that is twice in this one."""
    for field, word in (("prefixes", str), ("regions", country.region_name)):
        mine: tuple[str, ...] = getattr(zones[index], field)
        for other in (*zones[:index], *zones[index + 1 :]):
            for key in sorted(set(mine) & set(getattr(other, field))):
                yield field, f"{word(key)} is also in “{other.rates.name}”."
        if len(set(mine)) < len(mine):
            yield field, f"{word(next(key for key in mine if mine.count(key) > 1))} is there twice."


def _table(rates: Rates, currency: str) -> Iterator[Fault]:
    if len(rates.steps) > STEPS_MAX:
        yield "steps", f"At most {STEPS_MAX} steps."
    for number, step in enumerate(rates.steps):
        before = rates.steps[number - 1] if number else None
        for field, sentence in _step(rates, step, before, currency):
            yield f"steps.{number}.{field}", sentence
    yield from _end(rates, currency)


def _step(rates: Rates, step: Step, before: Step | None, currency: str) -> Iterator[Fault]:
    by_weight = rates.by == BY_WEIGHT
    if step.up_to < 1:
        yield "up_to", "More than nothing."
    elif by_weight and step.up_to > WEIGHT_MAX_G:
        yield "up_to", f"At most {grams(WEIGHT_MAX_G)}."
    elif before and step.up_to <= before.up_to:
        shown = grams(before.up_to) if by_weight else str(Money(before.up_to, currency))
        yield "up_to", f"More than {shown}, the step before."
    yield from (("fee_minor", sentence) for sentence in _fee(step.fee_minor, currency))
    if by_weight and before and 0 <= step.fee_minor < before.fee_minor:
        yield (
            "fee_minor",
            f"A heavier parcel costs at least what a lighter one does: {Money(before.fee_minor, currency)}.",
        )


def _end(rates: Rates, currency: str) -> Iterator[Fault]:
    last = rates.steps[-1].fee_minor if rates.steps else 0
    if rates.beyond == PER_KG and rates.by == BY_PRICE:
        yield "beyond", "A fee for each kilogram needs a table by weight."
    elif rates.beyond == PER_KG and not rates.steps:
        yield "beyond", "A fee for each further kilogram begins after a step. Add one."
    elif rates.by == BY_WEIGHT and rates.beyond != PER_KG and 0 <= rates.beyond_minor < last:
        yield "beyond_minor", f"A heavier parcel costs at least what a lighter one does: {Money(last, currency)}."
    yield from (("beyond_minor", sentence) for sentence in _fee(rates.beyond_minor, currency))
    if rates.free_above_minor is not None and rates.free_above_minor < 1:
        yield "free_above_minor", "More than nothing; leave it empty if delivery is never free."


def _fee(minor: int, currency: str) -> Iterator[str]:
    if minor < 0:
        yield "Not below nothing."
    elif minor > FEE_MAX_MINOR:
        yield f"At most {Money(FEE_MAX_MINOR, currency)}."
