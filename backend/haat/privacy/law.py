"""What must stay although a person is forgotten, why, and until when (docs/adr/0018)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from datetime import datetime

LOGS = timedelta(days=365)  # DPDP Rules 2025, rule 6: logs for a year at least
BOOK_YEARS = 6  # CGST Act, section 36: 72 months from the due date of the annual return


def books_until(at: datetime) -> date:
    """The day until which the books of a sale must be kept. The annual return of a financial year is due on 31 December."""
    day = timezone.localdate(at)
    year_end = day.year + 1 if day.month >= 4 else day.year
    return date(year_end + BOOK_YEARS, 12, 31)


def kept(*, last_order_at: datetime | None, at: datetime) -> list[dict[str, Any]]:
    """The list that people read before they ask, and that the proof keeps."""
    found = [
        {
            "what": _(
                "What was done when, in the security log: under a number that names nobody, with the network address"
            ),
            "why": _("The law asks for logs of a year, to clear up misuse."),
            "until": timezone.localdate(at + LOGS).isoformat(),
        }
    ]
    if last_order_at is not None:
        found.append(
            {
                "what": _(
                    "Orders, payments and tax figures: goods, amounts, state and the tax number of a business, without name, "
                    "address, phone and e-mail"
                ),
                "why": _("Tax law asks for the books of six years after the yearly return."),
                "until": books_until(last_order_at).isoformat(),
            }
        )
    return found
