"""Settlements: booked as they come, and the provider's account of each day held against our books."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db import transaction

from haat.books.models import Settlement
from haat.ledger import queries as ledger_queries
from haat.ledger import services as ledger
from haat.ledger.chart import GATEWAY
from haat.ledger.types import Leg
from haat.payments import queries as payments
from haat.payments import services as payment_services

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from haat.books.recon.findings import Findings

PROVIDERS_TIME = ZoneInfo("Asia/Kolkata")
KEYS = {"payment": "capture", "refund": "refund", "transfer": "transfer"}


def book(entities: Iterable[dict[str, Any]], findings: Findings, *, currency: str) -> None:
    """Every settlement that was carried out, once: from the provider to the bank."""
    for one in entities:
        findings.look("settlement", one["id"])
        if one.get("status") == "processed":
            _book_one(one, currency)
            kept = Settlement.objects.get(provider_settlement_id=one["id"])
            if kept.amount_minor != one["amount"]:
                findings.found(
                    "settlement_amount", one["id"], reference=kept.utr, ours={"amount": kept.amount_minor},
                    theirs={"amount": one["amount"]}, amount_minor=one["amount"] - kept.amount_minor, currency=currency,
                )  # fmt: skip


def compare_items(since: datetime, until: datetime, findings: Findings, *, owns_account: bool) -> None:
    """What each thing added to or took from our balance there, against what our books say it did."""
    for day in _days(since, until):
        items = list(payment_services.recon_items(day))
        keys = {one["entity_id"]: _key(one) for one in items}
        booked = ledger_queries.changes(account=GATEWAY, keys=keys.values())
        back = payments.reversed_pieces([one["entity_id"] for one in items if one["type"] == "transfer"])
        for one in items:
            theirs = (one.get("credit") or 0) - (one.get("debit") or 0) + back.get(one["entity_id"], 0)
            _item(one, theirs, booked.get(keys[one["entity_id"]]), findings, owns_account=owns_account)


def _key(one: dict[str, Any]) -> str:
    """Under which our books have it. What a dispute took or gave back is an adjustment that names the dispute."""
    if one.get("dispute_id"):
        return f"{'chargeback' if one.get('debit') else 'chargeback-back'}:{one['dispute_id']}"
    return f"{KEYS.get(one['type'], one['type'])}:{one['entity_id']}"


def _item(one: dict[str, Any], theirs: int, booked: int | None, findings: Findings, *, owns_account: bool) -> None:
    """What is not booked yet is told by others: unknown payments, refunds without end, shares still on hold.

    A share is made whole and pieces of it come back without an item of their own: our books move what is left.
    """
    facts: dict[str, Any] = {
        "reference": one.get("order_id") or one.get("payment_id") or "", "currency": one.get("currency") or "INR",
        "theirs": {name: one.get(name) for name in ("type", "credit", "debit", "fee", "tax", "settlement_id", "dispute_id")},
    }  # fmt: skip
    if one["type"] not in KEYS:
        findings.look("item", one["entity_id"])
        if owns_account and booked != theirs:
            findings.found("unknown_item", one["entity_id"], amount_minor=theirs, **facts)
    elif booked is not None:
        findings.look("item", one["entity_id"])
        if booked != theirs:
            findings.found(
                "item_booking", one["entity_id"], ours={"booked": booked}, amount_minor=theirs - booked, **facts
            )


def _book_one(one: dict[str, Any], currency: str) -> None:
    fee, tax = one.get("fees") or 0, one.get("tax") or 0
    when = datetime.fromtimestamp(one["created_at"], UTC)
    facts = {"amount_minor": one["amount"], "fee_minor": fee, "fee_tax_minor": tax, "currency": currency}
    with transaction.atomic():
        row, is_new = Settlement.objects.get_or_create(
            provider_settlement_id=one["id"],
            defaults=facts | {"utr": str(one.get("utr") or "")[:60], "settled_at": when},
        )
        if is_new:
            legs = [
                Leg(GATEWAY, "bank", row.amount_minor), Leg(GATEWAY, "gateway_fee", fee - tax), Leg(GATEWAY, "gst_input_credit", tax),
            ]  # fmt: skip
            ledger.post(
                key=f"settlement:{one['id']}",
                code="settlement.processed",
                legs=legs,
                at=when,
                reference=row.utr,
                currency=currency,
            )


def _days(since: datetime, until: datetime) -> Iterator[date]:
    day, last = since.astimezone(PROVIDERS_TIME).date(), until.astimezone(PROVIDERS_TIME).date()
    while day <= last:
        yield day
        day += timedelta(days=1)
