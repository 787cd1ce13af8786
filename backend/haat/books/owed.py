"""What the brand owes the state for a month, and what of it was deposited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Sum

from haat.audit import queries as audit
from haat.books.models import TaxDeposit
from haat.core.errors import NotFound
from haat.ledger import queries as ledger
from haat.tax.queries import regime

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.tax.queries import Month

INPUT_CREDIT = "gst_input_credit"
ENTRIES = ("deposit:", "deposit-back:")  # beginnings of the keys: they pay for a month and are not of it
Tax = TaxDeposit.Tax


@dataclass(frozen=True, slots=True)
class Owed:
    tax: str
    title: str
    owed_minor: int  # below zero when more came back than was sold
    deposited_minor: int
    currency: str

    @property
    def left_minor(self) -> int:
        return max(self.owed_minor, 0) - self.deposited_minor


def account_of(tax: str, country: str) -> str:
    return regime(country).output_account if tax == Tax.OUTPUT else f"{tax}_payable"


def owed(month: Month, tax: str) -> Owed:
    rules = regime(month.country)
    booked = ledger.by_month(account_of(tax, month.country), rules.country.timezone, but=ENTRIES)
    rows = TaxDeposit.objects.filter(month=month.text, tax=tax, reversed_at=None)
    paid = rows.aggregate(sum=Sum(F("amount_minor") + F("credit_minor")))["sum"] or 0
    title = rules.name if tax == Tax.OUTPUT else tax.upper()
    return Owed(tax, title, booked.get(month.text, 0), paid, month.currency)


def owed_of(month: Month) -> list[Owed]:
    """Every tax of which there is something in the month; the one on the brand's own fees in any case."""
    found = [owed(month, tax) for tax in Tax.values]
    return [one for one in found if one.tax == Tax.OUTPUT or one.owed_minor or one.deposited_minor]


def input_credit(currency: str) -> int:
    """Tax that the brand paid itself, inside the provider's fees, and has not set off yet."""
    return ledger.balance(INPUT_CREDIT, currency)


def deposits(month: Month | None = None) -> QuerySet[TaxDeposit]:
    names = {"recorded_name": audit.name_of("recorded_by"), "reversed_name": audit.name_of("reversed_by")}
    rows = TaxDeposit.objects.annotate(**names).order_by("-recorded_at", "-id")
    return rows.filter(month=month.text) if month else rows


def deposit(deposit_id: UUID) -> TaxDeposit:
    """Raises NotFound."""
    found = deposits().filter(pk=deposit_id).first()
    if found is None:
        raise NotFound("There is no such deposit.")
    return found
