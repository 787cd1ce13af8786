"""What the provider answers and sends, as its documentation shows it: `recorded/*.json`, each with the page it is from.

The shapes are the provider's, with its habits: empty notes are a list, an adjustment has no `credit_type`, the notes of a
settled item are text, some messages have no time. The values are ours.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

RECORDED = Path(__file__).parent / "recorded"
IN_MESSAGE = {"payment": {"base_amount": 149_900, "amount_transferred": 0}}  # fields that answers do not have
CONTAINS = {
    "payment.authorized": ["payment"],
    "payment.captured": ["payment"],
    "payment.failed": ["payment"],
    "order.paid": ["payment", "order"],
    "refund.created": ["refund", "payment"],
    "refund.processed": ["refund", "payment"],
    "refund.failed": ["refund", "payment"],
    "refund.speed_changed": ["refund", "payment"],
    "transfer.processed": ["transfer"],
    "transfer.failed": ["transfer"],
    "settlement.processed": ["settlement"],
    "payment.dispute.created": ["payment", "dispute"],
    "payment.dispute.under_review": ["payment", "dispute"],
    "payment.dispute.action_required": ["payment", "dispute"],
    "payment.dispute.won": ["payment", "dispute"],
    "payment.dispute.lost": ["payment", "dispute"],
    "payment.dispute.closed": ["payment", "dispute"],
}


@cache
def _text(kind: str) -> str:
    return (RECORDED / f"{kind}.json").read_text()


def recorded(kind: str, *, in_message: bool = False) -> list[dict[str, Any]]:
    """Every sample of a kind, fresh: whoever gets them may change them."""
    found: list[dict[str, Any]] = json.loads(_text(kind))["samples"]
    return [one | IN_MESSAGE.get(kind, {}) for one in found] if in_message else found


def sample(kind: str, *, in_message: bool = False, **values: Any) -> dict[str, Any]:
    """The first sample, with what matters to a test put in."""
    return recorded(kind, in_message=in_message)[0] | values


def message(name: str, **entities: dict[str, Any]) -> dict[str, Any]:
    payload = {kind: {"entity": entities.get(kind) or sample(kind, in_message=True)} for kind in CONTAINS[name]}
    return sample("message", event=name, contains=CONTAINS[name], payload=payload)


def differences(kind: str, found: dict[str, Any], *, in_message: bool = False) -> list[str]:
    """Fields that all samples have and an answer lacks, and those that hold what no sample holds."""
    known = recorded(kind, in_message=in_message)
    lacks = {name for name in known[0] if all(name in one for one in known)} - found.keys()
    kinds = {name: {_kind(one[name]) for one in known if name in one} for one in known for name in one}
    wrong = {name for name, value in found.items() if name in kinds and _kind(value) not in kinds[name]}
    return [f"{kind}.{name}" for name in sorted(lacks | wrong)]


def message_differences(found: dict[str, Any]) -> list[str]:
    """The same for a message and for what it contains."""
    wrong = differences("message", found)
    if found["contains"] != CONTAINS[found["event"]]:
        wrong.append(f"{found['event']}.contains")
    for kind in CONTAINS[found["event"]]:
        wrong += differences(kind, found["payload"][kind]["entity"], in_message=True)
    return wrong


def _kind(value: Any) -> str:
    return "null" if value is None else "nothing" if value == [] else type(value).__name__
