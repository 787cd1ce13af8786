"""The provider's refunds against ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.payments import queries as payments
from haat.payments import services as payment_services

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from haat.books.recon.findings import Findings
    from haat.payments.models import Refund


def compare(entities: Iterable[dict[str, Any]], findings: Findings, *, at: datetime) -> None:
    """A refund of a payment that is ours is ours; one that we did not ask for is a difference."""
    rows = list(entities)
    known = payments.known_refunds([one["id"] for one in rows])
    paid = {
        row.provider_payment_id
        for row in payments.known_payments(ids=[one["payment_id"] for one in rows], order_ids=[])
    }
    for one in rows:
        if one["id"] not in known and one["payment_id"] not in paid:
            continue  # of an account that others use too
        findings.look("refund", one["id"])
        ours = known.get(one["id"]) or _answered(one, findings, at)
        if ours is None:
            reference, theirs = one["payment_id"], _theirs(one)
            facts: dict[str, Any] = {"reference": reference, "theirs": theirs, "currency": one["currency"]}
            if one["status"] != "failed":
                findings.found("unknown_refund", one["id"], amount_minor=-one["amount"], **facts)
            continue
        if ours.status == "pending" and one["status"] != "pending":
            ours = payment_services.sync_refund(refund=ours, at=at)
            findings.healed += 1
        _compare_one(one, ours, findings)


def _answered(one: dict[str, Any], findings: Findings, at: datetime) -> Refund | None:
    """Ours whose answer was lost: asking again with its key gets the same refund."""
    ours = payments.unanswered_refund(provider_payment_id=one["payment_id"], amount_minor=one["amount"])
    if ours is None:
        return None
    sent = payment_services.send_refund(refund=ours, at=at)
    if sent.provider_refund_id != one["id"]:
        return None
    findings.healed += 1
    return sent


def _compare_one(one: dict[str, Any], ours: Refund, findings: Findings) -> None:
    facts: dict[str, Any] = {
        "reference": ours.reference_number or ours.payment.reference_number, "theirs": _theirs(one), "currency": one["currency"],
        "ours": {"status": ours.status, "amount": ours.sent_minor},
    }  # fmt: skip
    if one["amount"] != ours.sent_minor:
        findings.found("refund_amount", one["id"], amount_minor=ours.sent_minor - one["amount"], **facts)
    elif one["status"] != ours.status:
        findings.found("refund_state", one["id"], amount_minor=ours.amount_minor, **facts)


def _theirs(one: dict[str, Any]) -> dict[str, Any]:
    return {name: one.get(name) for name in ("status", "amount", "payment_id", "speed_processed")}
