"""Reading the audit log. Every filter has an index; an answer is never counted further than COUNTED_MAX."""

from __future__ import annotations

import csv
import io
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.utils.timezone import make_aware

from haat.audit.models import AuditEntry, AuditSeal
from haat.tenancy import queries as tenancy
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

COUNTED_MAX = 10_000
EXPORT_ROWS_MAX = 10_000
WORD_LENGTH_MIN = 3  # what a trigram index can look up
COLUMNS = (
    "at", "actor_name", "actor_role", "on_behalf_of", "action", "object_type", "object_label", "object_id", "before",
    "after", "reason", "address", "request_id",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def entries(
    *, action: str = "", object_id: str = "", object_type: str = "", actor: str = "", actor_id: str = "",
    request_id: str = "", q: str = "", since: date | None = None, until: date | None = None,
) -> QuerySet[AuditEntry]:  # fmt: skip
    """The log, newest first, narrowed by the start of an action, a thing, a person, days, or words in any of it."""
    rows = AuditEntry.objects.order_by("-at", "-id")
    exact = {"object_id": object_id, "object_type": object_type, "actor_id": actor_id, "request_id": request_id}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if action:
        rows = rows.filter(action__startswith=action)
    if since:
        rows = rows.filter(at__gte=make_aware(datetime.combine(since, time.min)))
    if until:
        rows = rows.filter(at__lt=make_aware(datetime.combine(until + timedelta(days=1), time.min)))
    for words in (q, actor):
        rows = rows.filter(words__contains=words.upper()) if words else rows
    return rows.filter(actor_name__icontains=actor) if actor else rows


def with_seals(rows: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
    """The same rows, each knowing whether it is sealed."""
    return rows.annotate(sealed=Exists(AuditSeal.objects.filter(entry_id=OuterRef("pk"))))


def counted(rows: QuerySet[AuditEntry]) -> int:
    """How many, up to COUNTED_MAX: nobody turns that many pages, and counting all of a log reads all of it."""
    return rows[:COUNTED_MAX].count()


def standing() -> dict[str, Any]:
    """How far the active brand's log is sealed, and when it was last proved to be whole."""
    last, brand_id = AuditSeal.objects.order_by("-position").first(), active_brand().pk
    with public_scope():
        head = tenancy.seal_head(brand_id)
    return {
        "sealed": last.position if last else 0,
        "sealed_at": last.created_at if last else None,
        "hash": last.hash if last else "",
        "verified": head.verified_position if head else 0,
        "verified_at": head.verified_at if head else None,
        "faults": head.faults if head else [],
    }


def as_csv(rows: Iterable[AuditEntry]) -> str:
    """A file for a spreadsheet. A cell that a spreadsheet would run as a formula gets a quote before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(getattr(row, name)) for name in COLUMNS])
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = (
        value.isoformat() if isinstance(value, datetime) else _fields(value) if isinstance(value, dict) else str(value)
    )
    return f"'{text}" if text.startswith(FORMULA) else text


def _fields(value: dict[str, Any]) -> str:
    return "; ".join(f"{name}: {one}" for name, one in value.items())
