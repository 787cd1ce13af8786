"""Which rates hold where, and what a parcel costs by them: pure, for any tariff at all."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from haat.core.countries import INDIA, UAE
from haat.shipping.checks import faults
from haat.shipping.document import ELSEWHERE, tariff_of, written, zones_of
from haat.shipping.fees import fee_of, grams, least_ever, package_fee, rates_at
from haat.shipping.types import BY_PRICE, BY_WEIGHT, ONE_FEE, PER_KG, Rates, Step, Tariff, Where, Zone
from tests.shipping.tariffs import any_rates, any_tariff, flat, places, real_places, tariff

CITY = Zone(flat("City", 3_000), prefixes=("560",))
NEAR = Zone(flat("Near", 5_000), prefixes=("56",))
SOUTH = Zone(flat("South", 7_000), regions=("29", "33"))
weights, values = st.integers(0, 300_000), st.integers(0, 300_000)


@pytest.mark.parametrize(
    ("pin", "state", "zone"),
    [
        ("560001", "29", "City"), ("561001", "29", "Near"), ("570001", "29", "South"), ("600001", "33", "South"),
        ("400001", "27", ELSEWHERE),
    ],
)  # fmt: skip
def test_the_longest_prefix_wins_then_the_state_then_the_rest(pin: str, state: str, zone: str) -> None:
    for zones in ((CITY, NEAR, SOUTH), (SOUTH, NEAR, CITY)):
        assert [one.name for one in rates_at(tariff(*zones), Where(pin, state))] == [zone]


def test_a_pin_code_alone_leaves_what_may_lie_there() -> None:
    rates = tariff(Zone(flat("Punjab", 4_000), regions=("03",)), Zone(flat("Chandigarh", 3_000), regions=("04",)))
    found = package_fee(rates, Where("140001"), goods_minor=1, weight_g=1)
    assert (found.minor, found.is_least) == (3_000, True)
    known = package_fee(rates, Where("141001", "03"), goods_minor=1, weight_g=1)
    assert (known.minor, known.is_least) == (4_000, False)
    assert not package_fee(rates, Where("150001"), goods_minor=1, weight_g=1).is_least


def test_emirates_are_zones_without_post_codes() -> None:
    zones = [Zone(flat("Dubai", 1_000), regions=("DU",))]
    assert not faults(zones, flat(ELSEWHERE, 2_000), UAE, "AED")
    rates = tariff_of(written(zones, flat(ELSEWHERE, 2_000), version=1), country=UAE, currency="AED")
    assert package_fee(rates, Where("", "DU"), goods_minor=1, weight_g=1).minor == 1_000
    assert package_fee(rates, Where("", "SH"), goods_minor=1, weight_g=1).minor == 2_000
    assert "no postal codes" in faults([CITY], flat(ELSEWHERE, 1), UAE, "AED")["zones.0.prefixes"][0]


TABLE = Rates(
    "City", steps=(Step(500, 4_900), Step(1_000, 7_900)), beyond=PER_KG, beyond_minor=3_000, free_above_minor=99_900
)
PRICES = Rates("City", by=BY_PRICE, steps=(Step(49_900, 6_000), Step(99_900, 3_000)), beyond_minor=0)


@pytest.mark.parametrize(
    ("rates", "goods", "weight", "minor", "sentence"),
    [
        (TABLE, 1, 500, 4_900, "City: a parcel of 500 g, rate up to 500 g"),
        (TABLE, 1, 501, 7_900, "City: a parcel of 501 g, rate up to 1 kg"),
        (TABLE, 1, 1_001, 10_900, "City: a parcel of 1.001 kg, rate up to 1 kg and 1 more kg"),
        (TABLE, 1, 3_500, 16_900, "City: a parcel of 3.5 kg, rate up to 1 kg and 3 more kg"),
        (TABLE, 99_900, 9_000, 0, "City: free from ₹999.00"),
        (PRICES, 49_900, 9_000, 6_000, "City: goods of ₹499.00, rate up to ₹499.00"),
        (PRICES, 49_901, 0, 3_000, "City: goods of ₹499.01, rate up to ₹999.00"),
        (PRICES, 99_901, 0, 0, "City: goods of ₹999.01, rate above ₹999.00"),
        (flat("City", 5_000), 1, 1, 5_000, "City: one rate for every parcel"),
    ],
)  # fmt: skip
def test_a_fee_says_its_zone_and_its_step(rates: Rates, goods: int, weight: int, minor: int, sentence: str) -> None:
    found = fee_of(rates, goods_minor=goods, weight_g=weight, currency="INR")
    assert (found.minor, found.reason) == (minor, sentence)


@pytest.mark.parametrize(
    ("weight_g", "text"), [(0, "0 g"), (999, "999 g"), (1_000, "1 kg"), (1_250, "1.25 kg"), (10_000, "10 kg")]
)
def test_weights_as_people_read_them(weight_g: int, text: str) -> None:
    assert grams(weight_g) == text


@given(any_tariff(), places, weights, values)
def test_every_address_gets_one_answer_in_whole_minor_units(
    rates: Tariff, where: Where, weight: int, goods: int
) -> None:
    found = rates_at(rates, where)
    assert len(found) == 1
    fee = package_fee(rates, where, goods_minor=goods, weight_g=weight)
    assert type(fee.minor) is int
    assert fee.minor >= 0
    assert fee.reason.startswith(found[0].name)
    assert not fee.is_least
    assert found[0].delivers or fee.minor == 0


@given(any_tariff(), places)
def test_the_zone_of_an_address_is_that_of_its_longest_prefix(rates: Tariff, where: Where) -> None:
    own = [
        (len(key), zone.rates) for zone in zones_of(rates) for key in zone.prefixes if where.post_code.startswith(key)
    ]
    of_region = [zone.rates for zone in zones_of(rates) if where.region in zone.regions]
    wanted = max(own, key=lambda pair: pair[0])[1] if own else (of_region or [rates.elsewhere])[0]
    assert rates_at(rates, where) == (wanted,)


@given(any_tariff(), real_places, weights, values)
def test_less_knowledge_of_the_address_never_promises_more(
    rates: Tariff, where: Where, weight: int, goods: int
) -> None:
    if not rates_at(rates, where)[0].delivers:
        return  # nothing is promised of a place to which nothing goes
    known = package_fee(rates, where, goods_minor=goods, weight_g=weight)
    for vague in (Where(where.post_code), None):
        least = package_fee(rates, vague, goods_minor=goods, weight_g=weight)
        assert least.minor <= known.minor
        assert least.is_least or least.minor == known.minor


@given(any_rates("Z"), weights, weights, values)
def test_a_heavier_parcel_never_costs_less(rates: Rates, one: int, other: int, goods: int) -> None:
    assume(rates.by == BY_WEIGHT)
    light, heavy = (
        fee_of(rates, goods_minor=goods, weight_g=weight, currency="INR").minor for weight in sorted((one, other))
    )
    assert light <= heavy


@given(any_rates("Z"), weights, values)
def test_no_parcel_costs_less_than_the_least(rates: Rates, weight: int, goods: int) -> None:
    assume(rates.free_above_minor is None)
    assert fee_of(rates, goods_minor=goods, weight_g=weight, currency="INR").minor >= least_ever(rates)


@given(any_tariff())
def test_what_is_kept_is_read_as_it_was(rates: Tariff) -> None:
    again = tariff_of(written(zones_of(rates), rates.elsewhere, version=2), country=INDIA, currency="INR")
    assert again == rates


FLAT = flat(ELSEWHERE, 1)


@pytest.mark.parametrize(
    ("zones", "elsewhere", "field", "words"),
    [
        ([CITY, CITY], FLAT, "zones.1.prefixes", "560 is also in “City”"),
        ([CITY, CITY], FLAT, "zones.1.name", "Another zone is called"),
        ([SOUTH, Zone(flat("X", 1), regions=("33",))], FLAT, "zones.1.regions", "Tamil Nadu is also in “South”"),
        ([Zone(flat("X", 1), ("56", "56"))], FLAT, "zones.0.prefixes", "56 is there twice"),
        ([Zone(flat("X", 1), ("056",))], FLAT, "zones.0.prefixes", "first not 0"),
        ([Zone(flat("X", 1), ("56a",))], FLAT, "zones.0.prefixes", "“56a”"),
        ([Zone(flat("X", 1), ("5600011",))], FLAT, "zones.0.prefixes", "one to six"),
        ([Zone(flat("X", 1), regions=("DU",))], FLAT, "zones.0.regions", "from the list"),
        ([Zone(flat("X", 1))], FLAT, "zones.0.prefixes", "Name PIN codes or a state"),
        ([Zone(flat("  ", 1), ("56",))], FLAT, "zones.0.name", "Give the zone a name"),
        ([Zone(flat(ELSEWHERE.upper(), 1), ("56",))], FLAT, "zones.0.name", "Another zone is called"),
        ([CITY], None, "elsewhere", "no zone takes"),
        ([], flat("", -1), "elsewhere.beyond_minor", "Not below nothing"),
        ([], flat("", 10_000_001), "elsewhere.beyond_minor", "At most ₹1,00,000.00"),
        ([], Rates("", steps=(Step(500, 1), Step(500, 2)), beyond_minor=2), "elsewhere.steps.1.up_to", "More than 500 g"),
        ([], Rates("", steps=(Step(500, 2), Step(900, 1)), beyond_minor=2), "elsewhere.steps.1.fee_minor", "heavier"),
        ([], Rates("", steps=(Step(500, 2),), beyond_minor=1), "elsewhere.beyond_minor", "heavier"),
        ([], Rates("", steps=(Step(0, 2),), beyond_minor=2), "elsewhere.steps.0.up_to", "More than nothing"),
        ([], Rates("", steps=(Step(1_000_001, 2),), beyond_minor=2), "elsewhere.steps.0.up_to", "At most 1000 kg"),
        ([], Rates("", steps=(Step(1, -2),), beyond_minor=2), "elsewhere.steps.0.fee_minor", "Not below"),
        ([], Rates("", by=BY_PRICE, steps=(Step(1, 2),), beyond=PER_KG), "elsewhere.beyond", "by weight"),
        ([], Rates("", beyond=PER_KG), "elsewhere.beyond", "Add one"),
        ([], flat("", 1, free_above_minor=0), "elsewhere.free_above_minor", "never free"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_row(zones: list[Zone], elsewhere: Rates, field: str, words: str) -> None:
    assert words in " ".join(faults(zones, elsewhere, INDIA, "INR")[field])


def test_a_table_by_price_may_fall_and_a_zone_without_delivery_needs_none() -> None:
    falling = Rates("", by=BY_PRICE, steps=(Step(1, 9), Step(2, 5)), beyond=ONE_FEE, beyond_minor=0)
    nowhere = Zone(Rates("Islands", delivers=False, beyond_minor=-1), ("744",))
    assert faults([nowhere], falling, INDIA, "INR") == {}


def test_there_is_an_end_to_zones_and_prefixes() -> None:
    many = [Zone(flat(f"Zone {one}", 1), tuple(str(10_000 + one * 500 + at) for at in range(500))) for one in range(11)]
    assert faults(many[:10], FLAT, INDIA, "INR") == {}
    assert "At most 5000" in faults(many, FLAT, INDIA, "INR")["zones"][0]
    long = Zone(flat("Long", 1), tuple(str(10_000 + at) for at in range(501)))
    assert "At most 500 " in faults([long], FLAT, INDIA, "INR")["zones.0.prefixes"][0]
    small = [Zone(flat(f"Zone {one}", 1), (str(100 + one),)) for one in range(41)]
    assert faults(small, FLAT, INDIA, "INR") == {"zones": ["At most 40 zones."]}
    steps = tuple(Step(one, 1) for one in range(1, 32))
    assert faults([], Rates("", steps=steps, beyond_minor=1), INDIA, "INR") == {
        "elsewhere.steps": ["At most 30 steps."]
    }
