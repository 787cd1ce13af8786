"""Tariffs by hand, and any at all for Hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from haat.core.countries import INDIA
from haat.shipping.checks import faults
from haat.shipping.document import ELSEWHERE, tariff_of, written
from haat.shipping.types import BY_PRICE, BY_WEIGHT, ONE_FEE, PER_KG, Rates, Step, Tariff, Where, Zone


def flat(name: str, minor: int, **more: Any) -> Rates:
    return Rates(name, beyond_minor=minor, **more)


def tariff(*zones: Zone, elsewhere: Rates | None = None) -> Tariff:
    """As it is kept and read again."""
    rest = elsewhere or flat(ELSEWHERE, 20_000)
    assert not faults(zones, rest, INDIA, "INR")
    return tariff_of(written(zones, rest, version=1), country=INDIA, currency="INR")


def rates_body(**more: Any) -> dict[str, Any]:
    """Rates as the API takes them: ₹49 up to 500 g, ₹79 up to 1 kg, ₹30 for each further kilogram."""
    steps = [{"up_to": 500, "fee_minor": 4_900}, {"up_to": 1_000, "fee_minor": 7_900}]
    return {"by": "weight", "steps": steps, "beyond": "per_kg", "beyond_minor": 3_000} | more


def zone_body(name: str, **more: Any) -> dict[str, Any]:
    return rates_body(name=name) | more


def flat_body(minor: int, **more: Any) -> dict[str, Any]:
    return {"by": "weight", "steps": [], "beyond": "fee", "beyond_minor": minor} | more


pins = st.integers(100_000, 999_999).map(str)
FITS = [
    (str(start), state)
    for start in range(10, 100)
    for state in INDIA.regions
    if not INDIA.place_problem(f"{start}0001", state)
]
places = st.builds(Where, pins, st.sampled_from(list(INDIA.regions)))
real_places = st.builds(
    lambda fits, rest: Where(f"{fits[0]}{rest:04d}", fits[1]), st.sampled_from(FITS), st.integers(0, 9_999)
)


@st.composite
def any_rates(draw: st.DrawFn, name: str) -> Rates:
    by = draw(st.sampled_from([BY_WEIGHT, BY_PRICE]))
    limits = sorted(draw(st.sets(st.integers(1, 100_000), max_size=5)))
    fees = draw(st.lists(st.integers(0, 50_000), min_size=len(limits), max_size=len(limits)))
    fees = sorted(fees) if by == BY_WEIGHT else fees
    beyond = draw(st.sampled_from([ONE_FEE, PER_KG])) if by == BY_WEIGHT and limits else ONE_FEE
    least = fees[-1] if by == BY_WEIGHT and fees and beyond == ONE_FEE else 0
    return Rates(
        name, draw(st.booleans()), by, tuple(map(Step, limits, fees)), beyond, draw(st.integers(least, 60_000)),
        draw(st.none() | st.integers(1, 200_000)), draw(st.booleans()),
    )  # fmt: skip


@st.composite
def any_tariff(draw: st.DrawFn) -> Tariff:
    prefixes = draw(st.lists(st.from_regex(r"\A[1-9][0-9]{0,5}\Z"), unique=True, max_size=8))
    regions = draw(st.lists(st.sampled_from(list(INDIA.regions)), unique=True, max_size=8))
    places_of = [("prefixes", one) for one in prefixes] + [("regions", one) for one in regions]
    zones = []
    for number in range(4):
        mine = [place for index, place in enumerate(places_of) if index % 4 == number]
        if mine:
            own = {kind: tuple(key for at, key in mine if at == kind) for kind in ("prefixes", "regions")}
            zones.append(Zone(draw(any_rates(f"Zone {number}")), own["prefixes"], own["regions"]))
    return tariff(*zones, elsewhere=draw(any_rates(ELSEWHERE)))
