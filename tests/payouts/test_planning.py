"""What a payout would be: pure, so that any standing and any plan can be tried."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haat.payouts.gathering import Draft, Kind, Standing
from haat.payouts.models import PayoutPlan
from haat.payouts.planning import carried, propose
from haat.payouts.queries import plans

INDIA = ZoneInfo("Asia/Kolkata")
money = st.integers(-500_000, 500_000)


def line(kind: str, minor: int, part: Any = None) -> Draft:
    made = Draft(kind, part)
    made.figures["gross_minor"] = minor
    return made


@given(
    sales=st.lists(st.tuples(st.integers(1, 500_000), st.sampled_from(["held", "cash", "unshared"]), st.integers(0, 100)), max_size=6),
    others=st.lists(money, max_size=4), reserve=st.integers(0, 10_000), minimum=st.integers(0, 100_000),
    rail=st.sampled_from(["none", "bank_file", "route_direct"]), payable=st.booleans(), verified=st.booleans(),
    disputed=st.sampled_from([0, 0, 70_000]),
)  # fmt: skip
def test_a_payout_pays_what_its_lines_say_and_never_more_than_is_ripe(
    sales: list[Any],
    others: list[int],
    reserve: int,
    minimum: int,
    rail: str,
    payable: bool,
    verified: bool,
    disputed: int,
) -> None:
    standing, seller = (
        Standing(uuid4(), "INR"),
        SimpleNamespace(is_payable=payable, entity_status="verified" if verified else ""),
    )
    for minor, way, less in sales:
        part = uuid4()
        standing.lines.append(line(Kind.SALE, minor, part))
        if way == "held":
            standing.held.append((part, minor * (100 - less) // 100))  # of some nothing is left
        elif way == "cash":
            standing.cash.add(part)
        else:
            standing.unshared[part] = uuid4()
    standing.disputed_minor = disputed
    standing.lines += [line(Kind.CREDIT, minor) for minor in others if minor]
    plan = PayoutPlan(reserve_bp=reserve, reserve_days=7, minimum_minor=minimum, off_rail=rail)
    made = propose(seller=seller, standing=standing, plan=plan)  # type: ignore[arg-type]  # of a seller only two facts count
    ripe = sum(one.net_minor for one in standing.lines)
    if made.left_out:
        return
    assert made.amount_minor == sum(one.net_minor for one in made.lines) > 0
    assert made.amount_minor >= minimum
    assert all(way.amount_minor > 0 for way in made.ways)
    assert made.reserve_minor >= 0
    assert made.carried_minor >= disputed  # what a bank may take back stays in the balance
    assert made.amount_minor + made.reserve_minor + made.carried_minor <= max(ripe, made.stands_minor)
    held = dict(standing.held)
    for way in made.ways:
        assert way.amount_minor > 0
        assert way.share is None or way.amount_minor <= held[way.share]
        assert way.rail in {"route_hold", rail}
    assert len({way.share for way in made.ways if way.share}) == sum(bool(way.share) for way in made.ways)


def test_who_owes_is_carried_as_a_line_that_says_so() -> None:
    standing = Standing(uuid4(), "INR", lines=[line(Kind.SALE, 300), line(Kind.CREDIT, -1_000)])
    made = carried(seller=SimpleNamespace(), standing=standing)  # type: ignore[arg-type]  # not looked at
    assert (made.carried_minor, sum(one.net_minor for one in made.lines)) == (-700, 0)
    assert made.lines[-1].kind == Kind.LEFT


@pytest.mark.parametrize(
    ("facts", "since", "today", "due"),
    [
        ({"schedule": "daily"}, date(2026, 3, 9), date(2026, 3, 10), True),
        ({"schedule": "daily"}, date(2026, 3, 10), date(2026, 3, 10), False),
        ({"schedule": "weekly", "weekday": 4}, date(2026, 3, 9), date(2026, 3, 12), False),
        ({"schedule": "weekly", "weekday": 4}, date(2026, 3, 9), date(2026, 3, 13), True),
        (
            {"schedule": "weekly", "weekday": 4},
            date(2026, 3, 9),
            date(2026, 3, 14),
            True,
        ),  # a day stood still is made up
        ({"schedule": "fortnightly", "weekday": 0}, date(2026, 3, 1), date(2026, 3, 2), True),
        ({"schedule": "fortnightly", "weekday": 0}, date(2026, 3, 2), date(2026, 3, 9), False),
        ({"schedule": "fortnightly", "weekday": 0}, date(2026, 3, 2), date(2026, 3, 16), True),
        ({"schedule": "monthly", "month_day": 31}, date(2026, 2, 1), date(2026, 2, 28), True),
        ({"schedule": "monthly", "month_day": 31}, date(2026, 3, 1), date(2026, 3, 30), False),
        ({"schedule": "manual"}, date(2026, 1, 1), date(2026, 3, 30), False),
    ],
)
def test_payout_days_are_days_of_the_brands_calendar(
    monkeypatch: pytest.MonkeyPatch, facts: dict[str, Any], since: date, today: date, due: bool
) -> None:
    """One minute after midnight in India it is still the day before in London."""
    monkeypatch.setattr(plans, "zone", lambda: INDIA)
    moments = [datetime(day.year, day.month, day.day, 0, 1, tzinfo=INDIA) for day in (since, today)]
    plan = PayoutPlan(**facts)
    assert plans.is_due(plan, since=moments[0], at=moments[1]) is due
    after = plans.next_day(plan, after=moments[1])
    assert after is None or after - moments[1] > timedelta(0)


def test_a_share_of_which_nothing_is_left_is_passed_over() -> None:
    standing, (gone, there) = Standing(uuid4(), "INR"), (uuid4(), uuid4())
    standing.lines += [line(Kind.SALE, 40_000, there)]
    standing.held += [(gone, 0), (there, 40_000)]
    plan = PayoutPlan(reserve_bp=0, reserve_days=7, minimum_minor=0, off_rail="none")
    seller: Any = SimpleNamespace(is_payable=True, entity_status="verified")
    assert [way.share for way in propose(seller=seller, standing=standing, plan=plan).ways] == [there]
