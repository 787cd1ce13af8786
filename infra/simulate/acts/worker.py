"""The worker stops and starts, takes jobs in another order, dies in the middle, and gets a job twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.acts import act
from infra.simulate.work import again, die, due, work

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market


@act(weight=2)
def the_worker_stops_or_starts(market: Market, dice: Dice) -> None:  # noqa: ARG001 - nothing to choose
    market.asleep = not market.asleep
    market.tell(f"the worker {'stops' if market.asleep else 'starts'}")


@act(weight=4, ready=lambda market: market.asleep and due(market))
def the_worker_dies(market: Market, dice: Dice) -> None:
    """It was given some job and was killed between the effect and the commit."""
    row = dice.one(due(market))
    market.tell(f"the worker dies in {row.name}")
    die(market, row)


@act(weight=4, ready=lambda market: market.asleep and due(market))
def jobs_in_another_order(market: Market, dice: Dice) -> None:
    market.tell("the worker does what waits, in another order")
    work(market, dice.one)


@act(weight=2)
def a_job_twice(market: Market, dice: Dice) -> None:
    """One of those that are done is done again."""
    from haat.core.models import Job
    from haat.tenancy.context import active_brand
    from infra.simulate.work import QUIET

    rows = [
        row for row in Job.objects.filter(brand_id=active_brand().pk, done_at__isnull=False).order_by("-id")[:60]
        if not row.name.startswith(QUIET)
    ]  # fmt: skip
    if not rows:
        return
    row = dice.one(rows)
    market.tell(f"{row.name} is done again")
    again(market, row)
