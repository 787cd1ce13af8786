"""Explain this rupee: from a line of a statement down to the postings, the fees' sentences and the way of the money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.commissions import queries as commissions
from haat.ledger import queries as ledger
from haat.ledger.chart import seller_payable
from haat.payouts.models import PayoutLine

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.payouts.models import Payout
    from haat.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class Explained:
    """One line with everything behind it."""

    line: PayoutLine
    transactions: list[Any]  # ledger entries with their postings, the oldest first
    fees: list[Any]  # commission lines of the part, each with its sentence


def explain(*, payout: Payout, line_id: UUID) -> Explained | None:
    """None when the payout has no such line."""
    line = PayoutLine.objects.select_related("part", "carried_from").filter(payout=payout, pk=line_id).first()
    if line is None:
        return None
    entries = line.entries.values_list("transaction_id", flat=True)
    fees: list[Any] = []
    if line.part is not None:
        fees = commissions.earnings(part_id=line.part.pk, number=line.part.number, currency=line.part.currency).lines
        is_sale = line.kind == PayoutLine.Kind.SALE
        fees = [fee for fee in fees if (fee.kind == "sale") == is_sale]
    return Explained(line, list(ledger.transactions_of(entries)), fees)


def statement(
    *, seller: Seller, since: datetime | None, until: datetime | None, offset: int = 0, limit: int | None = None
) -> ledger.StatementPage:
    """Every posting on what the seller is owed, the newest first."""
    return ledger.statement(seller_payable(seller.pk), since=since, until=until, offset=offset, limit=limit)
