"""The worker of a simulation: runs what is due, in any order, and can die in the middle of it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from infra.simulate import cards
from infra.simulate.market import Wrong
from infra.simulate.model.credit import reckon
from infra.simulate.model.sale import OVER

if TYPE_CHECKING:
    from collections.abc import Callable

    from infra.simulate.market import Market

QUIET = ("notifications.", "search.", "catalog.", "audit.", "identity.", "tenancy.")


class Killed(BaseException):
    """The process died here: what was not committed never was."""


def unfinished() -> list[Any]:
    """Jobs that are not done, those that only tell somebody left out."""
    from haat.core import clock
    from haat.core.models import Job
    from haat.tenancy.context import active_brand

    found = list(Job.objects.filter(brand_id=active_brand().pk, done_at=None).order_by("id"))
    silent = [row.pk for row in found if row.name.startswith(QUIET)]
    if silent:
        Job.objects.filter(pk__in=silent).update(done_at=clock.now())
    return [row for row in found if not row.name.startswith(QUIET)]


def due(market: Market) -> list[Any]:
    return [row for row in unfinished() if row.failed_at is None and row.available_at <= market.at]


def work(market: Market, choose: Callable[[list[Any]], Any] = lambda rows: rows[0]) -> int:
    """Run what is due until nothing is. `choose` picks the next one."""
    tried: set[int] = set()
    while rows := [row for row in due(market) if row.pk not in tried and not _is_claimed(row, market)]:
        while rows:
            row = choose(rows)
            rows.remove(row)
            tried.add(row.pk)
            run(market, row)
    return len(tried)


def run(market: Market, row: Any) -> None:
    """One delivery of a job, as the broker would make it. What it leaves as an error is an error of Haat."""
    from haat.core import jobs
    from haat.core.models import Job
    from haat.tenancy.context import public_scope

    with public_scope():
        jobs.execute(row.name, row.pk, jobs.envelope_of(row))
    after = Job.objects.get(pk=row.pk)
    market.figures["jobs"] += 1
    if after.done_at is None and after.last_error and not _is_patient(after.last_error):
        raise Wrong(f"{row.name} failed: {after.last_error}")
    if after.done_at is not None:
        worked(market, row)


def die(market: Market, row: Any) -> None:
    """The worker is killed when the job has done everything except saying so."""
    from django.db import transaction

    from haat.core import jobs
    from haat.core.jobs import RetryLater
    from haat.core.models import Job

    handler = jobs.handlers[row.name]
    market.figures["deaths"] += 1
    if handler.external:
        Job.objects.filter(pk=row.pk).update(locked_until=market.at + jobs.CLAIM)
        with contextlib.suppress(RetryLater):
            handler.run(**jobs.arguments(row))
        return
    try:
        with transaction.atomic():
            handler.run(**jobs.arguments(row))
            raise Killed
    except (Killed, RetryLater):
        pass


def again(market: Market, row: Any) -> None:
    """A job that was done is delivered once more with its row marked open: it must change nothing."""
    from haat.core import jobs
    from haat.core.jobs import RetryLater

    market.figures["repeated jobs"] += 1
    with contextlib.suppress(RetryLater):
        jobs.handlers[row.name].run(**jobs.arguments(row))


def worked(market: Market, row: Any) -> None:
    """What the model learns from a job that is done: sales that count for the year, money that is on a card again."""
    if row.name == "commissions.compute":
        _count(market, row.payload["order_id"])
    elif row.name == "commissions.reverse":
        _uncount(market, row.payload["part_id"])
    elif row.name == "commissions.credit":
        _reckon(market, row.payload["credit_id"])
    elif row.name == "checkout.settle_credit":
        _settle(market, row.payload["credit_id"])
    elif row.name == "checkout.refund_part":
        cards.ended(market, row.payload["part_id"])
    elif row.name == "giftcards.expire":
        cards.lapse(market)


def _count(market: Market, order_id: str) -> None:
    from infra.simulate import terms

    sale = next(sale for sale in market.sales if sale.id == order_id)
    for part in sorted(sale.parts, key=lambda part: str(market.stage.sellers[part.seller].pk)):
        if part.is_counted or part.state in OVER:
            continue
        part.is_counted = True
        market.sold_in_year[part.seller] += part.share.taxable
        is_person = terms.PANS[part.seller][3] == "P"
        part.is_free_of_tds = is_person and market.sold_in_year[part.seller] <= terms.TERMS.tds_free_minor


def _uncount(market: Market, part_id: str) -> None:
    part = market.part(part_id)
    if part.is_counted:
        part.is_counted = False
        market.sold_in_year[part.seller] -= part.share.taxable


def _reckon(market: Market, credit_id: str) -> None:
    """Fees go back in the order in which credits are reckoned: a paisa may lie here or there."""
    market.reckoned.add(credit_id)
    for sale in market.sales:
        for part in sale.parts:
            for one in part.credits:
                if one.key == credit_id and not one.fees:
                    worth = reckon(part.left, one, is_free_of_tds=part.is_free_of_tds)
                    market.sold_in_year[part.seller] -= worth if part.is_counted else 0


def _settle(market: Market, credit_id: str) -> None:
    market.settled.add(credit_id)
    for sale in market.sales:
        for part in sale.parts:
            cards.given_back(market, part, credit_id)


def _is_claimed(row: Any, market: Market) -> bool:
    return row.locked_until is not None and row.locked_until >= market.at


def _is_patient(error: str) -> bool:
    """Waiting for the provider or for another job is no error; a claim that is held is none either."""
    return (
        "provider" in error or "not available at the moment" in error or "not computed yet" in error or "yet" in error
    )
