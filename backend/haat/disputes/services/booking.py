"""Disputes in the books. A hold moves nothing; what the bank takes, gives back and leaves with somebody is booked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.ledger import services as ledger
from haat.ledger.chart import GATEWAY
from haat.ledger.types import Leg
from haat.payments import queries as payments
from haat.payments import services as payment_services

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.payments.models import Covering, Dispute, DisputeShare


def book_taken(dispute: Dispute, at: datetime) -> None:
    """The provider took it from our balance, at once or when it was lost; or gave back what it had taken."""
    if dispute.taken_minor:
        _post(dispute, "chargeback", Leg(GATEWAY, "disputed", dispute.taken_minor), at)
    back = dispute.taken_minor - dispute.deducted_minor
    if back > 0 and not dispute.is_open:
        _post(dispute, "chargeback-back", Leg("disputed", GATEWAY, back), at)


def book_loss(share: DisputeShare, minor: int, at: datetime) -> None:
    """The brand bears what no refund stood in for."""
    dispute = share.dispute
    payment_services.note_loss(share=share, minor=minor)
    ledger.post(
        key=f"chargeback-loss:{share.pk}", code="dispute.brand_bears", legs=[Leg("disputed", "chargeback_loss", minor)],
        at=at, reference=share.reference_number, description=f"Dispute {dispute}", currency=dispute.currency,
    )  # fmt: skip


def book_covering(*, covering_id: UUID | str) -> None:
    """The customer has this part of a refund from the bank: it is no longer owed, and no longer open who bears it.

    What the brand had borne comes back to it: somebody else owes it now.
    """
    row = payments.covering(covering_id)
    source = covered_from(row)
    ledger.post(
        key=f"chargeback-cover:{row.pk}", code="dispute.covers_refund",
        legs=[Leg(source, "refund_payable", row.amount_minor)], at=row.at, reference=row.refund.reference_number,
        description=f"Dispute {row.share.dispute}", currency=row.share.dispute.currency,
    )  # fmt: skip


def covered_from(row: Covering) -> str:
    return "chargeback_loss" if row.bearer == "brand" else "disputed"


def _post(dispute: Dispute, word: str, leg: Leg, at: datetime) -> None:
    ledger.post(
        key=f"{word}:{dispute.provider_dispute_id}", code=f"dispute.{word}", legs=[leg], at=at,
        reference=dispute.payment.reference_number, description=f"Dispute {dispute}", currency=dispute.currency,
    )  # fmt: skip
