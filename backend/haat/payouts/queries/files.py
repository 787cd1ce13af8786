"""Payouts and statements for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core import csv
from haat.core.errors import InvalidInput
from haat.core.money import plain_minor
from haat.payouts.queries.explain import statement
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime

    from haat.payouts.models import Payout
    from haat.sellers.models import Seller

LINES_MAX = 20_000
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
    found = statement(seller=seller, since=since, until=until, limit=LINES_MAX)
    if found.total > LINES_MAX:
        words = f"These are {found.total} lines. Choose fewer days: a file has {LINES_MAX} at most."
        raise InvalidInput(words, details={"since": [words]})
    currency = active_brand().currency
    lines = [
        [
            one.transaction.at.isoformat(), one.transaction.code, one.transaction.reference, one.transaction.description,
            plain_minor(one.change_minor, currency), plain_minor(one.balance_minor, currency),
        ]
        for one in found.lines
    ]  # fmt: skip
    header = ["At", "Kind", "Reference", "Text", "Change", "Balance"]
    return {"name": f"statement-{seller.slug}.csv", "csv": "".join(csv.rows(header, lines))}
