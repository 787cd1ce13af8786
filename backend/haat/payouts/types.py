"""Facts about payouts, and the words in which a run says why somebody is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from haat.core.events import Event

LEFT_OUT = {
    "not_due": _("The next payout day has not come"),
    "manual": _("Paid by hand only"),
    "frozen": _("On hold after a change of contact or bank account"),
    "held": _("Held by somebody of the brand"),
    "owes": _("Owes more than was earned; the next payouts take it"),
    "minimum": _("Below the minimum; joins the next payout"),
    "no_rail": _("No way to pay it: choose a bank file or transfers from the balance"),
    "no_account": _("The seller has no verified account"),
    "open": _("A payout of this seller is being prepared"),
    "waiting": _("Nothing is ready: return windows are open, or cash was not brought yet"),
}


@dataclass(frozen=True, slots=True)
class PayoutPaid(Event):
    topic: ClassVar[str] = "payouts.paid"
    payout_id: str
