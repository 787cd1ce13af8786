"""One run: ask the provider for a stretch of time, compare, heal what can be healed, and keep the differences."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.books.models import ReconBreak, ReconRun
from haat.books.recon import disputes, payments, refunds, settlements, stuck, transfers
from haat.books.recon.findings import Findings, keep
from haat.books.types import KINDS
from haat.core.jobs import RetryLater
from haat.payments import queries as payment_queries
from haat.payments import services as payment_services

if TYPE_CHECKING:
    from datetime import datetime

    from haat.tenancy.models import Brand

OVERLAP = timedelta(hours=2)  # what a run looks at again: clocks differ, and states change after a thing was made
DEEP = timedelta(days=8)  # as long as a refund may take
AHEAD = timedelta(minutes=1)
TAKEN_OVER_AFTER = timedelta(minutes=15)  # a run that has not ended by then was cut off


def reconcile(*, brand: Brand, at: datetime, deep: bool = False) -> ReconRun | None:
    """Compare the active brand with its account at the provider. None while another run is at it.

    Never inside a transaction: it talks to the provider for as long as that takes. Raises RetryLater when the provider
    is out; what was found until then is kept by the next run.
    """
    account = payment_queries.gateway_account()
    last = ReconRun.objects.filter(finished_at__isnull=False, failure="").order_by("-until").first()
    if ReconRun.objects.filter(finished_at=None, failure="", started_at__gt=at - TAKEN_OVER_AFTER).exists():
        return None
    since = last.until - OVERLAP if last and not deep else at - DEEP
    run = ReconRun.objects.create(
        since=since, until=at + AHEAD, started_at=at, account=account.key_id if account else "shared"
    )
    findings = Findings()
    try:
        _ask(findings, run, owns_account=account is not None, currency=brand.currency, at=at)
    except payment_services.GatewayUnknown as error:
        ReconRun.objects.filter(pk=run.pk).update(failure=error.message[:300])
        raise RetryLater(error.message) from error
    for what in ("balance", "dispute"):  # what still waits for a dispute waits again
        payment_services.send_waiting(what=what)
    stuck.look(findings, at=at, currency=brand.currency)
    keep(findings, at=at, families={"stuck"})
    run.finished_at, run.looked_at, run.healed = at, dict(findings.looked_at), findings.healed
    run.save(update_fields=["finished_at", "looked_at", "healed", "updated_at"])
    return run


def watch(*, brand: Brand, at: datetime) -> None:
    """The alarms alone: work that does not move is told whether the provider answers or not."""
    findings = Findings()
    stuck.look(findings, at=at, currency=brand.currency)
    keep(findings, at=at, families={"stuck"})


def _ask(findings: Findings, run: ReconRun, *, owns_account: bool, currency: str, at: datetime) -> None:
    span: dict[str, Any] = {"since": run.since, "until": run.until}
    listed = {kind: _listed(kind, span) for kind in ("payment", "refund", "transfer")}
    payments.compare(listed["payment"], findings, owns_account=owns_account, at=at)
    refunds.compare(listed["refund"], findings, at=at)
    transfers.compare(listed["transfer"], findings, owns_account=owns_account, at=at)
    disputes.compare(_disputes(span), findings, at=at)
    _ours_alone(findings, run, at)
    if owns_account:  # the settlements of a shared account are its owner's
        settlements.book(payment_services.entities("settlement", **span), findings, currency=currency)
    settlements.compare_items(run.since, run.until, findings, owns_account=owns_account)


def _listed(kind: str, span: dict[str, Any]) -> list[dict[str, Any]]:
    rows = list(payment_services.entities(kind, **span))
    return rows + _again(kind, {row["id"] for row in rows})


def _disputes(span: dict[str, Any]) -> list[dict[str, Any]]:
    """Those of the stretch, and every one of ours that is still open."""
    rows = _listed("dispute", span)
    listed = {row["id"] for row in rows}
    open_ones = [one for one in payment_queries.open_dispute_ids() if one not in listed]
    found = [payment_services.entity("dispute", one) for one in open_ones]
    return rows + [one for one in found if one is not None]


def _again(kind: str, listed: set[str]) -> list[dict[str, Any]]:
    """Older than the stretch: things of open differences, whether those are still there, and shares that came back."""
    kinds = [name for name, family in KINDS.items() if family == kind]
    rows = ReconBreak.objects.exclude(state=ReconBreak.State.RESOLVED).filter(kind__in=kinds)
    ids = [subject for subject in rows.values_list("subject", flat=True) if subject not in listed]
    if kind == "transfer":  # listed by when they were made: what came back later is asked for by its id
        ids += [subject for subject in payment_queries.back_without_fee() if subject not in listed]
    found = [payment_services.entity(kind, subject) for subject in dict.fromkeys(ids)]
    return [one for one in found if one is not None]


def _ours_alone(findings: Findings, run: ReconRun, at: datetime) -> None:
    """What we hold for paid and the provider did not list is asked for by its id."""
    for payment in payment_queries.taken_between(run.since, run.until):
        if payment.provider_payment_id is None or ("payment", payment.provider_payment_id) in findings.seen:
            continue
        one = payment_services.entity("payment", payment.provider_payment_id)
        if one is not None:
            payments.compare([one], findings, owns_account=False, at=at)
            continue
        findings.look("payment", payment.provider_payment_id)
        findings.found(
            "payment_state", payment.provider_payment_id, reference=payment.reference_number,
            ours={"status": payment.status, "amount": payment.amount_minor}, amount_minor=-payment.amount_minor,
            currency=payment.currency,
        )  # fmt: skip
