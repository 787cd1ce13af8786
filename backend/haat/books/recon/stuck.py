"""Work that does not move: told as differences, with an age, until it moves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Min

from haat.books.controls import FAMILIES
from haat.core.models import Job
from haat.disputes import queries as disputes
from haat.ledger import queries as ledger
from haat.payments import queries as payments
from haat.payouts import queries as payouts

if TYPE_CHECKING:
    from datetime import datetime

    from haat.books.recon.findings import Findings

AUTHORISED = timedelta(minutes=30)
BOOKED = timedelta(minutes=15)
TRANSFER = timedelta(hours=1)
REFUND_ANSWERED, REFUND_PAID = timedelta(hours=1), timedelta(days=10)
PAYOUT = timedelta(days=3)
UNDECIDED = timedelta(days=3)  # a lost dispute that nobody bears yet
JOB = timedelta(minutes=15)
ROWS_MAX = 500  # of each kind; more of one kind is one fault of ours


def look(findings: Findings, *, at: datetime, currency: str) -> None:
    for payment in payments.authorised_before(at - AUTHORISED)[:ROWS_MAX]:
        _tell(
            findings,
            "stuck_payment",
            payment.pk,
            payment.reference_number,
            payment.amount_minor,
            currency,
            status=payment.status,
        )
    for row in payments.transfers_waiting_since(at - TRANSFER)[:ROWS_MAX]:
        said = {"status": row.status, "wanted": row.wanted, "failure": row.failure}
        _tell(findings, "stuck_transfer", row.pk, row.reference_number, row.amount_minor, currency, **said)
    late = payments.refunds_waiting_since(unanswered=at - REFUND_ANSWERED, unpaid=at - REFUND_PAID)
    for refund in late[:ROWS_MAX]:
        number = refund.reference_number or refund.payment.reference_number
        said = {"status": refund.status, "failure": refund.failure}
        _tell(findings, "stuck_refund", refund.pk, number, refund.amount_minor, currency, **said)
    for payout in payouts.in_transit_since(at - PAYOUT)[:ROWS_MAX]:
        said = {"status": payout.status, "seller": payout.seller.name}
        _tell(findings, "stuck_payout", payout.pk, payout.number, payout.amount_minor, currency, **said)
    for way in payouts.sent_since(at - PAYOUT)[:ROWS_MAX]:
        said = {"status": way.status, "rail": way.rail, "seller": way.payout.seller.name}
        _tell(findings, "stuck_payment_out", way.pk, way.reference, way.amount_minor, currency, **said)
    for case in disputes.waiting_since(asked=at - JOB, undecided=at - UNDECIDED)[:ROWS_MAX]:
        said = {"status": case.state, "wanted": case.wanted, "failure": case.failure}
        minor = case.dispute.amount_minor
        _tell(findings, "stuck_dispute", case.dispute.provider_dispute_id, case.number, minor, currency, **said)
    _unbooked(findings, at, currency)
    _jobs(findings, at)


def _tell(
    findings: Findings, kind: str, subject: Any, reference: str, amount_minor: int, currency: str, **ours: str
) -> None:
    facts: dict[str, Any] = {"reference": reference, "amount_minor": amount_minor, "currency": currency}
    findings.found(kind, str(subject), ours={name: value for name, value in ours.items() if value}, **facts)


def _unbooked(findings: Findings, at: datetime, currency: str) -> None:
    """Payments and refunds that happened and whose entry in the books never came."""
    for family in (one for one in FAMILIES if one.prefix in {"capture:", "refund:"}):
        facts = {fact.key: fact for fact in family.facts() if fact.since and fact.since < at - BOOKED}
        for key in sorted(ledger.missing_keys(facts))[:ROWS_MAX]:
            amount = max(abs(minor) for minor in facts[key].moves.values())
            _tell(findings, "stuck_booking", key, key.partition(":")[2], amount, currency)


def _jobs(findings: Findings, at: datetime) -> None:
    """Of one name together: a fault of the machine is one thing to look at, not a thousand."""
    for kind, rows in (
        ("failed_job", Job.objects.filter(failed_at__isnull=False)),
        ("stuck_job", Job.objects.filter(done_at=None, failed_at=None, available_at__lt=at - JOB)),
    ):
        for row in rows.values("name").annotate(count=Count("pk"), oldest=Min("created_at"), tries=Max("attempts")):
            ours = {"jobs": row["count"], "oldest": row["oldest"].isoformat(), "tries": row["tries"]}
            findings.found(kind, row["name"], ours=ours)
