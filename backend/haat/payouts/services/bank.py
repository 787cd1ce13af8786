"""Bank files: made once, taken by people whom the log names, answered by the bank line by line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Max

from haat.audit import services as audit
from haat.core.errors import DomainError, InvalidInput, NotNow
from haat.payouts import bank_layout
from haat.payouts.models import BankBatch, Disbursement
from haat.payouts.queries.plans import zone
from haat.payouts.services.runs import one_at_a_time
from haat.payouts.services.settle import came_back, failed, paid
from haat.tenancy.context import active_brand, public_scope
from haat.verification import queries as verification

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.verification.types import BankAccount

Status = Disbursement.Status
LINES_MAX = 5_000  # of one file
UTR = 8  # characters that a bank's reference has at least
GONE = {Status.PAID, Status.RETURNED}  # what the bank refuses afterwards came back, and may be said again


@dataclass(slots=True)
class Result:
    """What an answer file changed; `problems` are sentences about lines that changed nothing."""

    paid: int = 0
    failed: int = 0
    known: int = 0
    problems: list[str] = field(default_factory=list)


def make_batch(*, at: datetime) -> BankBatch:
    """Put everything that waits for the bank into one file. Sellers without a verified account stay out of it.

    Raises NotNow when nothing waits.
    """
    with transaction.atomic():
        one_at_a_time()
        waiting = Disbursement.objects.select_for_update(of=("self",)).filter(
            rail="bank_file", status=Status.WAITING, payout__status="in_transit"
        )
        rows = list(waiting.select_related("payout__seller").order_by("reference")[:LINES_MAX])
        accounts = _accounts({row.payout.seller.entity_id for row in rows})
        rows = [row for row in rows if row.payout.seller.entity_id in accounts]
        if not rows:
            raise NotNow("Nothing waits for the bank that has a verified account.")
        orders = [_order(row, accounts[row.payout.seller.entity_id]) for row in rows]
        text = bank_layout.content(orders, at.astimezone(zone()).date())
        batch = BankBatch.objects.create(
            number=(BankBatch.objects.aggregate(last=Max("number"))["last"] or 0) + 1, layout=bank_layout.LAYOUT, content=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(), lines_count=len(rows), currency=active_brand().currency,
            total_minor=sum(row.amount_minor for row in rows), made_by=audit.somebody(), made_at=at,
        )  # fmt: skip
        for row, order in zip(rows, orders, strict=True):
            row.status, row.batch, row.beneficiary = Status.SENT, batch, order.name[:120]
            row.account_last4, row.ifsc = order.account[-4:], order.ifsc
        Disbursement.objects.bulk_update(
            rows, ["status", "batch", "beneficiary", "account_last4", "ifsc"], batch_size=500
        )
        after = {"lines": batch.lines_count, "total_minor": batch.total_minor, "sha256": batch.sha256}
        audit.record("payout.bank_file_made", batch, after=after)
    return batch


def take(*, batch: BankBatch) -> tuple[str, str]:
    """Name and content of the file. Who took it, and how often it was, is in the log."""
    with transaction.atomic():
        BankBatch.objects.filter(pk=batch.pk).update(downloads=F("downloads") + 1)
        batch.refresh_from_db()
        if hashlib.sha256(batch.content.encode()).hexdigest() != batch.sha256:
            raise NotNow(
                f"Bank file {batch.number} is not what was made. Do not send it; tell the people who run Haat."
            )
        audit.record("payout.bank_file_taken", batch, after={"sha256": batch.sha256, "downloads": batch.downloads})
    return f"{active_brand().slug}-payouts-{batch.number:04d}.csv", batch.content


def answer(*, batch: BankBatch, csv: str, at: datetime) -> Result:
    """Mark the lines of a file as the bank's answer says. The same answer again changes nothing."""
    said = bank_layout.answers(csv, batch.currency)
    rows = {row.reference: row for row in batch.lines.all()}
    result = Result()
    with transaction.atomic():
        for one in said:
            row = rows.get(one.reference)
            if row is None:
                result.problems.append(f"Line {one.line}: {one.reference or 'no reference'} is not in this file.")
            elif one.amount_minor is not None and one.amount_minor != row.amount_minor:
                result.problems.append(
                    f"Line {one.line}: the amount of {one.reference} is another one. Nothing was marked."
                )
            else:
                _mark(row, one, result, at)
        after = {"paid": result.paid, "failed": result.failed, "problems": len(result.problems)}
        audit.record("payout.bank_answer_read", batch, after=after)
    return result


def mark(*, row: Disbursement, is_paid: bool, utr: str, reason: str, at: datetime) -> None:
    """One line by hand. A paid one needs the bank's reference, a failed one a reason. Raises NotNow, InvalidInput."""
    if row.status == Status.WAITING:
        raise NotNow(f"{row.reference} is in no bank file yet.")
    if is_paid:
        _paid(row, utr, at)
    elif not reason:
        raise InvalidInput("Say why it failed.", details={"reason": ["Say why it failed."]})
    elif row.status in GONE:
        came_back(way=row, reason=reason, at=at)
    else:
        failed(way=row, reason=reason, at=at)


def _mark(row: Disbursement, one: bank_layout.Answer, result: Result, at: datetime) -> None:
    try:
        if one.is_paid:
            changed, name = _paid(row, one.utr, at), "paid"
        elif row.status in GONE:
            changed, name = came_back(way=row, reason=one.reason or "Rejected by the bank", at=at), "failed"
        else:
            changed, name = failed(way=row, reason=one.reason or "Rejected by the bank", at=at), "failed"
    except DomainError as refusal:
        result.problems.append(f"Line {one.line}: {refusal.message}")
        return
    setattr(result, name if changed else "known", getattr(result, name if changed else "known") + 1)


def _paid(row: Disbursement, utr: str, at: datetime) -> bool:
    """The bank's reference stands for one payment: the same for two lines is a mistake in the answer."""
    if len(utr) < UTR:
        raise InvalidInput(f"{row.reference}: give the bank's reference (UTR).", details={"utr": ["At least 8 signs."]})
    other = Disbursement.objects.filter(provider_id=utr).exclude(pk=row.pk).first()
    if other is not None:
        raise InvalidInput(f"{utr} is the bank's reference of {other.reference}.", details={"utr": ["Used before."]})
    return paid(way=row, provider_id=utr, at=at)


def _order(row: Disbursement, account: BankAccount) -> bank_layout.Order:
    return bank_layout.Order(
        row.reference, account.holder, account.number, account.ifsc, row.amount_minor, row.currency
    )


def _accounts(entity_ids: set[UUID]) -> dict[UUID, BankAccount]:
    with public_scope():
        return verification.bank_accounts(entity_ids)
