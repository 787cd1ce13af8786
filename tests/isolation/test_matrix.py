"""Every route × method × person × whose ids, from the URL tables.

A route without a line in `tests/isolation/policy` fails, and so does a line without a route.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from tests.isolation import expect, policy, tally, variants
from tests.isolation.callers import callers_for
from tests.isolation.calls import Call, Desk
from tests.isolation.routes import PORTALS, routes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.isolation.policy import Line
    from tests.isolation.world import World
    from tests.razorpay_simulator.server import InThread

pytestmark = pytest.mark.usefixtures("undone")


def test_every_route_has_a_line_and_every_line_a_route() -> None:
    """ASVS items 2 and 3: no address without an explicit policy."""
    assert list(gaps(policy.lines())) == []


def test_a_missing_line_is_named_with_the_place_for_it() -> None:
    lines = [line for line in policy.lines() if line.path != "api/v1/admin/payouts"]
    complaint = next(gaps(lines))
    assert "policy/admin.py" in complaint
    assert 'admin("GET", "payouts"' in complaint
    stale = [*policy.lines(), policy.Line("seller", "api/v1/seller/gone", "GET", policy.MEMBER)]
    assert "no such route" in next(gaps(stale))


def gaps(lines: list[Line]) -> Iterator[str]:
    known = {line.key for line in lines}
    there = {(route.portal, route.path): route for route in routes()}
    for route in there.values():
        prefix = f"api/v1/{route.portal}/"
        table, path = (
            (route.portal, route.path.removeprefix(prefix)) if route.path.startswith(prefix) else ("pages", route.path)
        )
        for method in route.methods or ("GET", "POST"):
            has_any = any((route.portal, route.path, name) in known for name in ("GET", "POST"))
            if (route.portal, route.path, method) not in known and (route.methods or not has_any):
                yield (
                    f"{method} /{route.path} ({route.view}) has no line: say who may, and what its parameters are, in "
                    f'tests/isolation/policy/{policy.HOME[route.portal]}: {table}("{method}", "{path}", WHO, {{"parameter": "kind"}}, body)'
                )
    for line in lines:
        route = there.get((line.portal, line.path))
        if route is None or (route.methods and line.method not in route.methods):
            yield f"tests/isolation/policy has a line for {line.method} {line.portal} /{line.path}, and there is no such route"


@pytest.mark.parametrize("portal", PORTALS)
def test_nobody_gets_in_where_they_do_not_belong(portal: str, world: World, provider: InThread) -> None:
    """ASVS items 1, 2, 3 and 28: object, function and brand, and the cookies that are set, for every route of a portal.

    Whoever may and names what is theirs succeeds with the very body that the others are refused with.
    """
    logging.disable(logging.CRITICAL)
    try:
        wrong = list(judged(portal, Desk(world, provider)))
    finally:
        logging.disable(logging.NOTSET)
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(wrong)


def judged(portal: str, desk: Desk) -> Iterator[str]:
    for line in policy.lines():
        if line.portal != portal:
            continue
        tally.cell("portals", portal, "routes")
        calls = list(calls_of(line, desk))
        if not any(call.status in line.own for call in calls):
            yield f"{line.method} {line.portal} /{line.path}: nobody succeeded, so the refusals prove nothing"
        for call in calls:
            yield from complaints(call)


def calls_of(line: Line, desk: Desk) -> Iterator[Call]:
    for caller in callers_for(line):
        for variant in variants.variants(line, desk.world, caller):
            yield Call(desk, line, caller, variant).make()
        if caller.party == variants.owner_of(line) and caller.slug != "birch":
            for variant in variants.mixtures(line, desk.world):
                yield Call(desk, line, caller, variant).make()
            if line.step_up or line.fresh:
                yield Call(desk, line, caller, variants.OWN, proved=False).make()


def complaints(call: Call) -> Iterator[str]:
    tally.cell("portals", call.line.portal, "requests")
    tally.cell("people", call.caller.name, expect.outcome(call))
    tally.cell("ids", str(call.variant.whose), expect.outcome(call))
    wanted = expect.statuses(call)
    if call.status not in wanted:
        yield f"{call}: {call.status} instead of {' or '.join(map(str, wanted))}: {call.said()[:160]!r}"
    elif expect.went_through(call) and not expect.owns(call):
        yield f"{call}: sent on to {call.answer.headers['Location']}"
    for cookie in expect.weak_cookies(call):
        yield f"{call}: sets {cookie}"
    if found := expect.leaks(call):
        tally.add("leaks", len(found))
        yield f"{call}: {call.status} shows {', '.join(sorted(found))}"
