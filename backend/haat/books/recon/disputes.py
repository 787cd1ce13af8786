"""The provider's disputes against ours. What we did not hear of is taken over; an end that is not ours is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.payments import queries as payments
from haat.payments import services as payment_services

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from haat.books.recon.findings import Findings


def compare(entities: Iterable[dict[str, Any]], findings: Findings, *, at: datetime) -> None:
    """A dispute of a payment that is ours is ours; of others on a shared account nothing is said."""
    rows = list(entities)
    before = payments.known_disputes([one["id"] for one in rows])
    for one in rows:
        old = before.get(one["id"])
        ours = payment_services.record_dispute(entity=one, at=at)
        if ours is None:
            continue
        findings.look("dispute", one["id"])
        findings.healed += old is None or (old.status, old.deducted_minor) != (ours.status, ours.deducted_minor)
        taken = 0 if one["status"] == "won" else one.get("amount_deducted") or 0
        if (one["status"], taken) != (ours.status, ours.deducted_minor):
            findings.found(
                "dispute_state", one["id"], reference=ours.payment.reference_number,
                ours={"status": ours.status, "amount": ours.amount_minor, "deducted": ours.deducted_minor},
                theirs={name: one.get(name) for name in ("status", "amount", "amount_deducted", "phase")},
                amount_minor=ours.deducted_minor - taken, currency=ours.currency,
            )  # fmt: skip
