"""Differences and stuck work that stay, told to the brand's people who settle them: one letter for all that is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from haat.books import services as books
from haat.core import clock
from haat.core.jobs import job
from haat.core.money import Money
from haat.identity import queries as identity
from haat.notifications import services
from haat.tenancy import hosts
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.books.models import ReconBreak

TEMPLATE = "recon-waits"
PERMISSION = "recon.edit"
LINES_MAX = 40
BANK_LINE = _("Line of a bank file without an answer")
KINDS = {
    "second_payment": _("Paid twice"),
    "unknown_payment": _("Payment without an order"),
    "payment_amount": _("Payment of another amount"),
    "payment_state": _("Payment that the provider does not have"),
    "payment_fee": _("Another fee"),
    "unknown_refund": _("Refund that was not made here"),
    "refund_amount": _("Refund of another amount"),
    "refund_state": _("Refund in another state"),
    "unknown_transfer": _("Transfer that was not made here"),
    "transfer_amount": _("Transfer of another amount"),
    "transfer_state": _("Transfer in another state"),
    "transfer_fee": _("Another transfer fee"),
    "dispute_state": _("Dispute that ended otherwise"),
    "item_booking": _("Booked otherwise than settled"),
    "unknown_item": _("Item that we do not know"),
    "settlement_amount": _("Settlement that changed"),
    "stuck_payment": _("Payment promised and not taken"),
    "stuck_transfer": _("Share that does not move"),
    "stuck_refund": _("Refund that does not move"),
    "stuck_dispute": _("Dispute that stands still"),
    "stuck_payout": _("Payout on its way for days"),
    "stuck_payment_out": _("Payment to a seller without an answer"),
    "stuck_booking": _("Not booked"),
    "stuck_job": _("Work that waits"),
    "failed_job": _("Work that failed"),
}


@job("notifications.alarms")
def alarms() -> None:
    sound(at=clock.now())


def sound(*, at: datetime) -> int:
    """Write to everybody who may settle differences; returns how many are told of."""
    rows = books.take_alarms(at=at)
    if rows:
        _tell(rows)
    return len(rows)


def _tell(rows: Sequence[ReconBreak]) -> None:
    brand = active_brand()
    with public_scope():
        people = [row.user for row in identity.members_with(PERMISSION, brand_id=brand.pk)]
    lines = [_line(row) for row in rows[:LINES_MAX]]
    if len(rows) > LINES_MAX:
        lines.append(f"… and {len(rows) - LINES_MAX} more")
    words = {
        "brand": brand.name, "count": len(rows), "lines": "\n".join(lines), "url": hosts.url("admin", brand, "/recon"),
    }  # fmt: skip
    services.tell(
        template=TEMPLATE, fact=f"break:{rows[0].pk}:{rows[0].found_at:%Y%m%d%H%M%S}", audience="staff", owner_id=None,
        contacts=[{"name": one.name, "email": one.email or "", "phone": ""} for one in people], words=words,
    )  # fmt: skip


def _line(row: ReconBreak) -> str:
    is_bank_line = row.kind == "stuck_payment_out" and row.ours.get("rail") == "bank_file"
    what = BANK_LINE if is_bank_line else KINDS[row.kind]
    amount = Money(abs(row.amount_minor), row.currency) if row.amount_minor else ""
    since = timezone.localtime(row.found_at).strftime("%d %B %Y, %H:%M")
    return " · ".join(str(part) for part in (what, row.reference or row.subject, amount, since) if part)
