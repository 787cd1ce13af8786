"""What must hold of all documents together; each fault as a sentence. `books` asks for it in the proof of a brand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Sum
from django.db.models.functions import Coalesce

from haat.documents.content.line import TAXES
from haat.documents.hashing import hash_of
from haat.documents.models import ClosedMonth, Document
from haat.documents.queries.find import INVOICES, K, person_of
from haat.documents.queries.standing import series
from haat.orders import queries as orders
from haat.orders.types import Figures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

CHUNK = 500
FIGURES = ("taxable_minor", *TAXES, "rounding_minor", "total_minor")
OF_LINES = ("taxable_minor", *TAXES)


def gaps() -> Iterator[tuple[str, str]]:
    """Every series with what is missing of it, empty when nothing is."""
    for row in series():
        yield f"{row.first} to {row.last} of {row.supplier}", ", ".join(row.missing)


def changed() -> Iterator[tuple[str, str]]:
    """Every document with what of it is not as it was issued."""
    for row in Document.objects.select_related("addressee").order_by("pk").iterator(CHUNK):
        sums = row.content["sums"]
        wrong = [name for name in FIGURES if sums[name] != getattr(row, name)]
        wrong += ["content"] if hash_of(row.content) != row.content_hash else []
        person = person_of(row)
        wrong += ["recipient"] if person and hash_of(person) != row.content["recipient_hash"] else []
        wrong += ["lines"] if _added(row.content["lines"]) != {name: sums[name] for name in OF_LINES} else []
        yield f"{row.number} of {row.supplier_key}", ", ".join(wrong)


def differing() -> Iterator[tuple[str, str]]:
    """Every invoice of a parcel with what on it is not as the order has it."""
    rows = Document.objects.filter(kind__in=INVOICES, part__isnull=False).select_related("part__order")
    for row in rows.prefetch_related("part__lines").order_by("pk").iterator(CHUNK):
        yield f"{row.number} of {row.supplier_key}", ", ".join(_against_order(row))


def missing(before: datetime) -> Iterator[tuple[str, str]]:
    """Parcels that left before a moment without an invoice, and credits of a sale without a note."""
    invoiced = Document.objects.filter(part=OuterRef("pk"), kind__in=INVOICES)
    for number in orders.shipped_before(before).filter(~Exists(invoiced)).values_list("number", flat=True):
        yield number, "it was shipped without an invoice"
    noted = set(Document.objects.filter(key__startswith="credit:").values_list("key", flat=True))
    for credit in orders.all_credits(until=before):
        if (
            credit.needs_note
            and f"credit:{credit.pk}" not in noted
            and (credit.part.shipped_at or not credit.is_called_off)
        ):
            yield str(credit), "it was taken back without a credit note"


def overdrawn() -> Iterator[tuple[str, str]]:
    """Every invoice that was credited, with the figures of which more was taken back than it had."""
    names = ("taxable_minor", *TAXES, "total_minor")
    sums = {f"back_{name}": Coalesce(Sum(f"credits__{name}"), 0) for name in names}
    for row in Document.objects.filter(credits__isnull=False).annotate(**sums).order_by("pk").iterator(CHUNK):
        more = [name for name in names if getattr(row, f"back_{name}") > getattr(row, name)]
        yield f"{row.number} of {row.supplier_key}", ", ".join(more)


def commission_by_month() -> dict[str, int]:
    """Commission and its tax as it was invoiced for each closed month, less what was credited for it."""
    found = Counter({f"{first:%Y-%m}": 0 for first in ClosedMonth.objects.values_list("first", flat=True)})
    for kind, sign in ((K.COMMISSION_INVOICE, 1), (K.COMMISSION_CREDIT_NOTE, -1)):
        rows = Document.objects.filter(kind=kind).order_by().values_list("period").annotate(Sum("total_minor"))
        for period, minor in rows:
            found[f"{period:%Y-%m}"] += sign * minor
    return dict(found)


def _added(lines: list[dict[str, Any]]) -> dict[str, int]:
    return {name: sum(line[name] for line in lines) for name in OF_LINES}


def _against_order(row: Document) -> Iterator[str]:
    part = row.part
    if part is None:
        return
    gone = orders.not_invoiced(part)
    paid = part.total_minor - sum(figures.paid for _, figures in gone.values())
    value = paid + part.brand_discount_minor - sum(figures.brand_discount for _, figures in gone.values())
    if row.total_minor != value:
        yield f"the order says {value}, it says {row.total_minor}"
    if row.content["payable_minor"] != paid:
        yield f"the customer pays {paid}, it says {row.content['payable_minor']}"
    printed = {line["source"]: line for line in row.content["lines"]}
    for line in part.lines.all():
        found = printed.get(str(line.pk))
        units, figures = gone.get(line.pk, (0, Figures()))
        wanted = {name: getattr(line, name) - getattr(figures, name.removesuffix("_minor")) for name in OF_LINES}
        wanted = (wanted if row.kind == K.TAX_INVOICE else {}) | {"quantity": line.quantity - units}
        if found is None and not wanted["quantity"]:
            continue
        if found is None or any(found[name] != minor for name, minor in wanted.items()):
            yield f"line {line.position} differs"
