"""The provider's transfers against ours. For a share that came back the provider keeps its fee: that is booked here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.ledger import services as ledger
from haat.ledger.chart import GATEWAY
from haat.ledger.types import Leg
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.payouts import queries as payouts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from haat.books.recon.findings import Findings
    from haat.payments.models import Transfer
    from haat.payouts.models import Disbursement


def compare(entities: Iterable[dict[str, Any]], findings: Findings, *, owns_account: bool, at: datetime) -> None:
    rows = list(entities)
    known = payments.known_transfers([one["id"] for one in rows])
    direct = payouts.known_direct([one["id"] for one in rows])
    for one in rows:
        if one["id"] in direct:
            findings.look("transfer", one["id"])
            _compare_direct(one, direct[one["id"]], findings)
            continue
        ours = known.get(one["id"]) or _answered(one, findings)
        if ours is not None:
            findings.look("transfer", one["id"])
            _compare_one(one, ours, findings)
            book_fee(one, ours, at)
        elif _is_on_its_way(one):
            findings.look("transfer", one["id"])
        elif owns_account and _status(one) not in {"failed", "reversed"}:
            findings.look("transfer", one["id"])
            findings.found("unknown_transfer", one["id"], theirs=_theirs(one), amount_minor=-one["amount"])


def book_fee(one: dict[str, Any], ours: Transfer, at: datetime) -> None:
    fee, tax = one.get("fees") or 0, one.get("tax") or 0
    if ours.status != "reversed" or not ours.wanted:
        return
    with transaction.atomic():
        payment_services.note_fee(transfer=ours, fee_minor=fee, tax_minor=tax)
        if not fee:
            return
        ledger.post(
            key=f"routefee:{one['id']}", code="transfer.fee_kept", at=at, reference=ours.reference_number,
            legs=[Leg(GATEWAY, "route_fee", fee - tax), Leg(GATEWAY, "gst_input_credit", tax)], currency=ours.payment.currency,
        )  # fmt: skip


def _answered(one: dict[str, Any], findings: Findings) -> Transfer | None:
    """Ours whose answer was lost: making what is missing finds what is there."""
    notes = one.get("notes")
    reference = notes.get("reference") if isinstance(notes, dict) else None
    ours = payments.unanswered_transfer(str(reference)) if reference else None
    if ours is None:
        return None
    payment_services.send_transfers(payment=ours.payment)
    ours.refresh_from_db()
    if ours.provider_transfer_id != one["id"]:
        return None
    findings.healed += 1
    return ours


def _compare_one(one: dict[str, Any], ours: Transfer, findings: Findings) -> None:
    facts: dict[str, Any] = {
        "reference": ours.reference_number, "theirs": _theirs(one), "currency": ours.payment.currency,
        "ours": {"status": ours.status, "amount": ours.amount_minor, "wanted": ours.wanted, "fees": ours.fee_minor},
    }  # fmt: skip
    if one["amount"] != ours.amount_minor:
        findings.found("transfer_amount", one["id"], amount_minor=ours.amount_minor - one["amount"], **facts)
    elif not _fits(one, ours):
        findings.found("transfer_state", one["id"], amount_minor=ours.amount_minor, **facts)
    elif ours.status == "released" and (one.get("fees") or 0) != ours.fee_minor:
        findings.found("transfer_fee", one["id"], amount_minor=ours.fee_minor - (one.get("fees") or 0), **facts)


def _compare_direct(one: dict[str, Any], ours: Disbursement, findings: Findings) -> None:
    """A transfer from the balance that a payout asked for; one that came back after it was paid is told, to be booked."""
    facts: dict[str, Any] = {
        "reference": ours.payout.number, "theirs": _theirs(one), "currency": ours.currency,
        "ours": {"status": ours.status, "amount": ours.amount_minor, "fees": ours.fee_minor},
    }  # fmt: skip
    is_back = bool(one.get("amount_reversed"))
    if one["amount"] != ours.amount_minor:
        findings.found("transfer_amount", one["id"], amount_minor=ours.amount_minor - one["amount"], **facts)
    elif is_back is not (ours.status == "returned"):
        findings.found("transfer_state", one["id"], amount_minor=ours.amount_minor, **facts)
    elif (one.get("fees") or 0) != ours.fee_minor:
        findings.found("transfer_fee", one["id"], amount_minor=ours.fee_minor - (one.get("fees") or 0), **facts)


def _is_on_its_way(one: dict[str, Any]) -> bool:
    """Asked for by a payout, and its answer not booked yet: its job asks again under the same key."""
    notes = one.get("notes")
    key = str(notes.get("reference")) if isinstance(notes, dict) else ""
    return bool(key) and payouts.is_asked_directly(key)


def _fits(one: dict[str, Any], ours: Transfer) -> bool:
    """Whether the provider's state is one that ours may have; what we asked for and it has not done yet is no fault."""
    back, held = one.get("amount_reversed") or 0, bool(one.get("on_hold"))
    if _status(one) == "failed":
        return ours.status == "failed"
    if ours.status == "held":
        return (back <= ours.reversed_minor or ours.wanted == "reverse") and (held or ours.wanted == "release")
    if ours.status == "released":
        return not held and back == ours.reversed_minor
    return back == ours.amount_minor if ours.status == "reversed" else False


def _status(one: dict[str, Any]) -> str:
    """Named `status` in answers and `transfer_status` in the documentation of the entity."""
    return str(one.get("status") or one.get("transfer_status") or "")


def _theirs(one: dict[str, Any]) -> dict[str, Any]:
    names = ("amount", "amount_reversed", "fees", "tax", "on_hold", "settlement_status", "source", "recipient")
    return {"status": _status(one)} | {name: one.get(name) for name in names}
