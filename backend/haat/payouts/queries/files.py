"""Payouts and statements for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core import csv
from haat.core.errors import InvalidInput
from haat.core.money import plain_minor
from haat.ledger import queries as ledger
from haat.ledger.chart import seller_payable
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime

    from haat.payouts.models import Payout
    from haat.sellers.models import Seller

LINES_MAX = 200_000  # some 20 MB
FIGURES = ("gross", "fee", "fee_gst", "tcs", "tds", "net")


def payout_file(payout: Payout) -> dict[str, str]:
    lines = []
    for line in payout.lines.all():
        thing = line.part or line.carried_from
        figures = [plain_minor(getattr(line, f"{name}_minor"), payout.currency) for name in FIGURES]
        lines.append([line.get_kind_display(), thing.number if thing else "", line.text, *figures])
    return {"name": f"{payout.number}.csv", "csv": "".join(csv.rows(["Kind", "Number", "Text", *FIGURES], lines))}


def statement_file(*, seller: Seller, since: datetime | None, until: datetime | None) -> dict[str, str]:
    """Raises InvalidInput for more lines than a file should have."""
    found = ledger.plain_statement(seller_payable(seller.pk), since=since, until=until, limit=LINES_MAX + 1)
    if len(found) > LINES_MAX:
        words = f"These are more than {LINES_MAX} lines. Choose fewer days."
        raise InvalidInput(words, details={"since": [words]})
    currency = active_brand().currency
    lines = [
        [
            one.at.isoformat(), one.code, one.reference, one.description, plain_minor(one.change_minor, currency),
            plain_minor(one.balance_minor, currency),
        ]
        for one in found
    ]  # fmt: skip
    header = ["At", "Kind", "Reference", "Text", "Change", "Balance"]
    return {"name": f"statement-{seller.slug}.csv", "csv": "".join(csv.rows(header, lines))}
