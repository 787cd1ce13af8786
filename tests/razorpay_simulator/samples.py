"""What the provider's documentation says its answers look like: fields and kinds of values, typed here by hand.

`None` beside a kind says that the field may be null. Values are of no meaning; ids have the documented form.
"""

from __future__ import annotations

from typing import Any

TEXT, NUMBER, TRUTH, NOTES, THING = "text", "number", "truth", "notes", "thing"
MAYBE_TEXT, MAYBE_NUMBER, MAYBE_LIST = ("text", None), ("number", None), ("list", None)

ORDER: dict[str, Any] = {
    "id": TEXT, "entity": TEXT, "amount": NUMBER, "amount_paid": NUMBER, "amount_due": NUMBER, "currency": TEXT,
    "receipt": MAYBE_TEXT, "offer_id": MAYBE_TEXT, "status": TEXT, "attempts": NUMBER, "notes": NOTES, "created_at": NUMBER,
}  # fmt: skip
PAYMENT: dict[str, Any] = {
    "id": TEXT, "entity": TEXT, "amount": NUMBER, "currency": TEXT, "base_amount": NUMBER, "status": TEXT, "order_id": MAYBE_TEXT,
    "invoice_id": MAYBE_TEXT, "international": TRUTH, "method": TEXT, "amount_refunded": NUMBER, "amount_transferred": NUMBER,
    "refund_status": MAYBE_TEXT, "captured": TRUTH, "description": MAYBE_TEXT, "card_id": MAYBE_TEXT, "bank": MAYBE_TEXT,
    "wallet": MAYBE_TEXT, "vpa": MAYBE_TEXT, "email": TEXT, "contact": TEXT, "notes": NOTES, "fee": MAYBE_NUMBER,
    "tax": MAYBE_NUMBER, "error_code": MAYBE_TEXT, "error_description": MAYBE_TEXT, "error_source": MAYBE_TEXT,
    "error_step": MAYBE_TEXT, "error_reason": MAYBE_TEXT, "acquirer_data": THING, "created_at": NUMBER,
}  # fmt: skip
REFUND: dict[str, Any] = {
    "id": TEXT, "entity": TEXT, "amount": NUMBER, "currency": TEXT, "payment_id": TEXT, "notes": NOTES, "receipt": MAYBE_TEXT,
    "acquirer_data": THING, "created_at": NUMBER, "batch_id": MAYBE_TEXT, "status": TEXT, "speed_requested": TEXT,
    "speed_processed": TEXT,
}  # fmt: skip
TRANSFER: dict[str, Any] = {
    "id": TEXT, "entity": TEXT, "status": TEXT, "source": TEXT, "recipient": TEXT, "amount": NUMBER, "currency": TEXT,
    "amount_reversed": NUMBER, "fees": NUMBER, "tax": NUMBER, "notes": NOTES, "linked_account_notes": ("list",), "on_hold": TRUTH,
    "on_hold_until": MAYBE_NUMBER, "settlement_status": MAYBE_TEXT, "recipient_settlement_id": MAYBE_TEXT, "created_at": NUMBER,
    "processed_at": MAYBE_NUMBER, "error": THING,
}  # fmt: skip
REVERSAL: dict[str, Any] = {
    "id": TEXT, "entity": TEXT, "transfer_id": TEXT, "amount": NUMBER, "fee": NUMBER, "tax": NUMBER, "currency": TEXT,
    "notes": NOTES, "initiator_id": TEXT, "customer_refund_id": MAYBE_TEXT, "utr": MAYBE_TEXT, "created_at": NUMBER,
}  # fmt: skip
SETTLEMENT: dict[str, Any] = {
    "id": TEXT, "entity": TEXT, "amount": NUMBER, "status": TEXT, "fees": NUMBER, "tax": NUMBER, "utr": TEXT, "created_at": NUMBER,
}  # fmt: skip
RECON: dict[str, Any] = {
    "entity_id": TEXT, "type": TEXT, "debit": NUMBER, "credit": NUMBER, "amount": NUMBER, "currency": TEXT, "fee": NUMBER,
    "tax": NUMBER, "on_hold": TRUTH, "settled": TRUTH, "created_at": NUMBER, "settled_at": MAYBE_NUMBER,
    "settlement_id": MAYBE_TEXT, "description": MAYBE_TEXT, "notes": TEXT, "payment_id": MAYBE_TEXT, "order_id": MAYBE_TEXT,
    "method": MAYBE_TEXT, "dispute_id": MAYBE_TEXT,
}  # fmt: skip
EVIDENCE: dict[str, Any] = {
    "amount": NUMBER, "summary": MAYBE_TEXT, "shipping_proof": MAYBE_LIST, "billing_proof": MAYBE_LIST,
    "cancellation_proof": MAYBE_LIST, "customer_communication": MAYBE_LIST, "proof_of_service": MAYBE_LIST,
    "explanation_letter": MAYBE_LIST, "refund_confirmation": MAYBE_LIST, "access_activity_log": MAYBE_LIST,
    "refund_cancellation_policy": MAYBE_LIST, "term_and_conditions": MAYBE_LIST, "others": MAYBE_LIST,
    "submitted_at": MAYBE_NUMBER,
}  # fmt: skip
DISPUTE: dict[str, Any] = {
    "id": TEXT, "entity": TEXT, "payment_id": TEXT, "amount": NUMBER, "currency": TEXT, "amount_deducted": NUMBER,
    "reason_code": TEXT, "reason_description": TEXT, "respond_by": NUMBER, "status": TEXT, "phase": TEXT, "created_at": NUMBER,
    "evidence": THING,
}  # fmt: skip
DOCUMENT: dict[str, Any] = {
    "id": TEXT, "entity": TEXT, "purpose": TEXT, "name": TEXT, "mime_type": TEXT, "size": NUMBER, "created_at": NUMBER,
}  # fmt: skip
ENVELOPE: dict[str, Any] = {
    "entity": TEXT, "account_id": TEXT, "event": TEXT, "contains": ("list",), "payload": THING, "created_at": NUMBER,
}  # fmt: skip
CONTAINS = {
    "payment.authorized": ["payment"],
    "payment.captured": ["payment"],
    "payment.failed": ["payment"],
    "order.paid": ["payment", "order"],
    "refund.created": ["refund", "payment"],
    "refund.processed": ["refund", "payment"],
    "refund.failed": ["refund", "payment"],
    "transfer.processed": ["transfer"],
    "settlement.processed": ["settlement"],
    "payment.dispute.created": ["payment", "dispute"],
    "payment.dispute.under_review": ["payment", "dispute"],
    "payment.dispute.action_required": ["payment", "dispute"],
    "payment.dispute.won": ["payment", "dispute"],
    "payment.dispute.lost": ["payment", "dispute"],
    "payment.dispute.closed": ["payment", "dispute"],
}
ENTITIES = {
    "payment": PAYMENT, "order": ORDER, "refund": REFUND, "transfer": TRANSFER, "settlement": SETTLEMENT, "dispute": DISPUTE,
}  # fmt: skip
PREFIXES = {
    "payment": "pay", "order": "order", "refund": "rfnd", "transfer": "trf", "settlement": "setl", "dispute": "disp",
    "document": "doc", "reversal": "rvrsl",
}  # fmt: skip
VALUES: dict[str, Any] = {"text": "text", "number": 1_600_000_000, "truth": False, "notes": [], "thing": {}, "list": []}


def differences(shape: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """Documented fields that an answer lacks, or that hold another kind of value."""
    return [name for name, kinds in shape.items() if name not in found or not _fits(kinds, found[name])]


def sample(kind: str, **values: Any) -> dict[str, Any]:
    """A thing as documented, with what matters to a test put in."""
    shape = ENTITIES[kind]
    made = {name: None if None in _kinds(kinds) else VALUES[_kinds(kinds)[0]] for name, kinds in shape.items()}
    known = {"id": f"{PREFIXES[kind]}_{'A' * 14}", "entity": kind, "currency": "INR"}
    return made | {name: value for name, value in known.items() if name in shape} | values


def message(name: str, **entities: dict[str, Any]) -> dict[str, Any]:
    payload = {kind: {"entity": entities.get(kind) or sample(kind)} for kind in CONTAINS[name]}
    return {
        "entity": "event", "account_id": "acc_" + "A" * 14, "event": name, "contains": CONTAINS[name], "payload": payload,
        "created_at": 1_600_000_000,
    }  # fmt: skip


def _kinds(kinds: Any) -> tuple[Any, ...]:
    return kinds if isinstance(kinds, tuple) else (kinds,)


def _fits(kinds: Any, value: Any) -> bool:
    """Empty notes are a list, others a mapping."""
    tests = {
        "text": lambda: isinstance(value, str),
        "number": lambda: isinstance(value, int) and not isinstance(value, bool),
        "truth": lambda: isinstance(value, bool),
        "notes": lambda: value == [] or (isinstance(value, dict) and bool(value)),
        "thing": lambda: isinstance(value, dict),
        "list": lambda: isinstance(value, list),
        None: lambda: value is None,
    }
    return any(tests[kind]() for kind in _kinds(kinds))
