"""One run: a stage that is there already, a transaction that is undone, steps, and a quiet end."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from infra.simulate import checks
from infra.simulate.acts import SIMPLEST, choices
from infra.simulate.market import Market, Wrong
from infra.simulate.moment import BEGIN
from infra.simulate.news import follow
from infra.simulate.work import unfinished, work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from infra.simulate.acts import Act, Dice
    from infra.simulate.stage import Stage

VERIFY_EVERY = 150  # steps; and at the end
QUIET_MINUTES_MOST = 240


@contextmanager
def undone(stage: Stage) -> Iterator[Market]:
    """The market of one run. Afterwards brand and provider are as they were."""
    from django.db import transaction

    from haat.tenancy.context import brand_scope

    stage.moment.to(BEGIN)
    try:
        with transaction.atomic():
            try:
                with brand_scope(stage.brand):
                    yield Market(stage)
            finally:
                transaction.set_rollback(True)
    finally:
        stage.provider.forget()


def step(market: Market, dice: Dice, number: int) -> None:
    perform(market, dice.one(choices(market)), dice)
    if number % VERIFY_EVERY == VERIFY_EVERY - 1:
        end(market)


def perform(market: Market, chosen: Act, dice: Dice) -> None:
    """One act with what follows from it, and a look at the model."""
    market.moment.pass_by(seconds=1)
    _ask_again()
    market.provider.work()
    chosen.run(market, dice)
    market.figures["steps"] += 1
    market.figures[f"act {chosen.name}"] += 1
    if is_untouched(market):
        return
    if not market.asleep:
        work(market)
    checks.quick(market)


def end(market: Market) -> None:
    """Let everything come to rest, and prove it."""
    if not is_untouched(market):
        calm(market)
        checks.whole(market)
        checks.count(market)


def is_untouched(market: Market) -> bool:
    """Only time has passed: the first play that Hypothesis tries is that one, and it costs nothing."""
    return market.figures["steps"] == market.figures[f"act {SIMPLEST}"]


def calm(market: Market) -> None:
    """No more faults, every message arrives, all work is done, and the provider was asked about everything."""
    from haat.core import jobs
    from infra.simulate.acts.messages import deliver

    market.asleep = False
    _ask_again()
    market.provider.client.session.delete(f"{market.provider.client.base_url}/_sim/faults")
    market.provider.work()
    for row in market.provider.waiting():
        deliver(market, row)
        market.provider.note(row["seq"], "delivered")
    _wait(market)
    for name in ("payments.reconcile", "books.reconcile"):
        jobs.enqueue(name)
        _wait(market)
    checks.quick(market)


def _ask_again() -> None:
    """How long a provider that is out is left alone is counted by the clock of the machine, which a play does not move."""
    from haat.payments import circuit

    circuit.forget()


def _wait(market: Market) -> None:
    """Until nothing is left to do; a job that failed waits longer each time, a claim two minutes."""
    for _ in range(QUIET_MINUTES_MOST):
        market.provider.work()
        work(market)
        follow(market)
        if not unfinished():
            return
        market.moment.pass_by(seconds=61)
        _ask_again()
    left = ", ".join(f"{row.name} ({row.last_error[:80]})" for row in unfinished())
    raise Wrong(f"work does not come to an end: {left}")
