"""Where each parcel of an order is, in the customer's words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

STEPS = (
    ("placed", _("Ordered")),
    ("accepted", _("Confirmed")),
    ("packed", _("Packed")),
    ("shipped", _("On its way")),
    ("delivered", _("Delivered")),
)
REACHED = {
    "awaiting_payment": -1,
    "placed": 0,
    "accepted": 1,
    "packed": 2,
    "shipped": 3,
    "delivered": 4,
    "completed": 4,
}
SAID = {
    "awaiting_payment": _("Waiting for payment"), "placed": _("Ordered"), "accepted": _("Confirmed by the maker"), "packed": _("Packed"),
    "shipped": _("On its way"), "delivered": _("Delivered"), "completed": _("Delivered"), "declined": _("The maker could not send this"),
    "cancelled": _("Cancelled"), "expired": _("Not paid in time"),
}  # fmt: skip


def parcels(order: dict[str, Any]) -> list[dict[str, Any]]:
    """Each seller's part with its steps and its own history, newest first."""
    return [
        part | {"steps": _steps(part["status"]), "history": _history(order, part["number"]), "units_left": _units_left(part)}
        for part in order["parts"]
    ]  # fmt: skip


def _units_left(part: dict[str, Any]) -> int:
    return sum(line["quantity"] - line["cancelled"] for line in part["lines"])


def _steps(status: str) -> list[dict[str, Any]]:
    """Nothing for a parcel that has ended early: it is on no way."""
    if status not in REACHED:
        return []
    reached = REACHED[status]
    return [
        {"label": label, "done": place <= reached, "now": place == reached}
        for place, (_code, label) in enumerate(STEPS)
    ]


def _history(order: dict[str, Any], number: str) -> list[dict[str, Any]]:
    entries = [entry for entry in order.get("timeline") or [] if entry.get("part") in (None, number)]
    return list(reversed(entries))
