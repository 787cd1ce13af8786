"""Returns of each parcel in the customer's words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLES = {
    "return": _("Return"), "exchange": _("Exchange"), "claim": _("Problem reported"), "undelivered": _("Came back undelivered"),
}  # fmt: skip
SAID = {
    "requested": _("Waiting for the seller"), "approved": _("Agreed to: send it back"), "picked_up": _("On its way back"),
    "received": _("Arrived; the replacement comes"), "refunded": _("Money is on its way back"), "exchanged": _("Replacement sent"),
    "rejected": _("Refused"), "cancelled": _("Withdrawn"),
}  # fmt: skip
ACTS = {
    "withdraw": {"verb": "withdrawal", "label": _("I keep it")},
    "send": {"verb": "sending", "label": _("I sent it")},
    "escalate": {"verb": "escalation", "label": _("I do not agree: please decide")},
}


def with_returns(parts: list[dict[str, Any]], found: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Each parcel with its returns, whether it is still time to return it and whether something of it can be given back."""
    if not found:
        return parts
    may = {one["number"]: one["kinds"] if any(line["left"] for line in one["lines"]) else [] for one in found["parts"]}
    kinds = {one["number"]: one["kinds"] for one in found["parts"]}
    return [
        part | {
            "may_return": "return" in kinds.get(part["number"], ()),
            "may_ask": bool(may.get(part["number"])), "only_claims": may.get(part["number"]) == ["claim"],
            "returns": [_in_words(row) for row in found["returns"] if row["part"] == part["number"]],
        }
        for part in parts
    ]  # fmt: skip


def _in_words(row: dict[str, Any]) -> dict[str, Any]:
    said = _("We are deciding") if row["status"] == "requested" and row["is_escalated"] else SAID[row["status"]]
    return row | {"title": TITLES[row["kind"]], "said": said, "acts": [ACTS[one] for one in row["actions"]]}
