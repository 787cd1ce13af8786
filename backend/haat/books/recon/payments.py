"""The provider's payments against ours. What we did not hear of is taken over; what no order asked for goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.books.recon.strays import take_in
from haat.payments import queries as payments
from haat.payments import services as payment_services

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from haat.books.recon.findings import Findings
    from haat.payments.models import Payment

TAKEN = {"captured", "refunded"}
BATCH = 200


def compare(entities: Iterable[dict[str, Any]], findings: Findings, *, owns_account: bool, at: datetime) -> None:
    """`owns_account`: nobody else takes money through this account, so what is on it is this brand's."""
    batch: list[dict[str, Any]] = []
    for one in entities:
        batch.append(one)
        if len(batch) == BATCH:
            _batch(batch, findings, owns_account=owns_account, at=at)
            batch = []
    _batch(batch, findings, owns_account=owns_account, at=at)


def _batch(batch: list[dict[str, Any]], findings: Findings, *, owns_account: bool, at: datetime) -> None:
    ids = [one["id"] for one in batch]
    order_ids = [one["order_id"] for one in batch if one.get("order_id")]
    known = payments.known_payments(ids=ids, order_ids=order_ids)
    by_id = {row.provider_payment_id: row for row in known if row.provider_payment_id}
    by_order = {row.provider_order_id: row for row in known if row.provider_order_id}
    for one in batch:
        ours = by_id.get(one["id"]) or by_order.get(one.get("order_id") or "")
        if ours is not None:
            findings.look("payment", one["id"])
            _compare_one(one, ours, findings, at)
        elif owns_account and _is_kept(one):
            findings.look("payment", one["id"])
            take_in(entity=one, at=at)
            _tell_stray("unknown_payment", one, findings)


def _compare_one(one: dict[str, Any], ours: Payment, findings: Findings, at: datetime) -> None:
    if not ours.is_captured and one["status"] in TAKEN | {"authorized"}:
        ours = payment_services.sync(payment=ours, at=at)
        findings.healed += ours.is_captured
    is_this = ours.provider_payment_id == one["id"]
    if ours.is_stray and is_this:
        kind = "second_payment" if payments.is_asked_for(ours.reference) else "unknown_payment"
        _tell_stray(kind, one, findings)
    elif is_this:
        _compare_figures(one, ours, findings)
    elif one["status"] in TAKEN and one.get("captured", True) and ours.is_captured:
        if _is_kept(one):
            payment_services.adopt(entity=one, beside=ours, at=at)
        _tell_stray("second_payment", one, findings, reference=ours.reference_number)
    elif one["status"] in TAKEN and one.get("captured", True):
        findings.found(
            "payment_amount", one["id"], reference=ours.reference_number, ours=_ours(ours), theirs=_theirs(one),
            amount_minor=one["amount"] - ours.amount_minor, currency=one["currency"],
        )  # fmt: skip


def _compare_figures(one: dict[str, Any], ours: Payment, findings: Findings) -> None:
    facts: dict[str, Any] = {"reference": ours.reference_number, "ours": _ours(ours), "theirs": _theirs(one)}
    facts["currency"] = ours.currency
    fee = (one.get("fee") or 0) - ours.fee_minor
    if one["status"] not in TAKEN or not one.get("captured", True):
        findings.found("payment_state", one["id"], amount_minor=-ours.amount_minor, **facts)
    elif (one["amount"], one["currency"]) != (ours.amount_minor, ours.currency):
        findings.found("payment_amount", one["id"], amount_minor=one["amount"] - ours.amount_minor, **facts)
    elif fee or (one.get("tax") or 0) != ours.fee_tax_minor:
        findings.found("payment_fee", one["id"], amount_minor=fee, **facts)


def _tell_stray(kind: str, one: dict[str, Any], findings: Findings, reference: str = "") -> None:
    """Money beside our orders is a difference until the customer has it back."""
    found = payments.stray(one["id"])
    if found is None or payments.is_given_back(found):
        return
    findings.found(
        kind, one["id"], reference=reference or str(one.get("order_id") or ""), ours={"status": found.status},
        theirs=_theirs(one), amount_minor=one["amount"], currency=one["currency"],
    )  # fmt: skip


def _is_kept(one: dict[str, Any]) -> bool:
    """It was taken, and the payer does not have all of it back."""
    taken = one["status"] in TAKEN and one.get("captured", True)
    return bool(taken and (one.get("amount_refunded") or 0) < one["amount"])


def _theirs(one: dict[str, Any]) -> dict[str, Any]:
    names = ("status", "amount", "currency", "fee", "tax", "amount_refunded", "order_id", "method")
    return {name: one.get(name) for name in names}


def _ours(row: Payment) -> dict[str, Any]:
    return {
        "status": row.status, "amount": row.amount_minor, "currency": row.currency, "fee": row.fee_minor, "tax": row.fee_tax_minor,
        "amount_refunded": row.refunded_minor, "order_id": row.provider_order_id,
    }  # fmt: skip
