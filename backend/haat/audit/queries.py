"""Reading the audit log. Every filter has an index; an answer is never counted further than COUNTED_MAX."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.timezone import make_aware

from haat.audit.models import AuditEntry, AuditSeal, Name
from haat.core import csv
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
    "at", "shown_actor", "actor_role", "shown_on_behalf_of", "action", "object_type", "shown_label", "object_id", "before",
    "after", "reason", "address", "request_id",
)  # fmt: skip
CALLED_MAX = 200  # people of one name that a search looks for


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
    rows = with_names(rows)
    if q:
        people = _called(q)
        rows = rows.filter(Q(words__contains=q.upper()) | Q(object_id__in=people) | Q(actor_id__in=people))
    return (
        rows.filter(Q(words__contains=actor.upper(), actor_name__icontains=actor) | Q(actor_id__in=_called(actor)))
        if actor
        else rows
    )


def with_names(rows: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
    """The same rows with `shown_actor`, `shown_label` and `shown_on_behalf_of`: names as they are known today."""
    return rows.annotate(
        shown_actor=named("actor_id", "actor_name"),
        shown_label=named("object_id", "object_label"),
        shown_on_behalf_of=Coalesce(name_of("on_behalf_of"), "on_behalf_of"),
    )


def named(id_column: str, text_column: str) -> Coalesce:
    """The text of a row, or the name of the person whose id it keeps instead of one."""
    return Coalesce(NullIf(text_column, Value("")), name_of(id_column), Value(""))


def name_of(id_column: str) -> Subquery:
    """What the person is called today whose id is in a column; for rows of any table of the brand."""
    subject = Cast(OuterRef(id_column), CharField())
    return Subquery(Name.objects.filter(subject_id=subject).values("name")[:1])


def _called(text: str) -> list[str]:
    """Ids first, so that the log is asked by its indexes."""
    found = Name.objects.filter(name__icontains=text).order_by("subject_id").values_list("subject_id", flat=True)
    return list(found[:CALLED_MAX])


def about_person(user_id: str, *, limit: int) -> list[AuditEntry]:
    """The newest entries about somebody's own sign-in and roles."""
    rows = AuditEntry.objects.filter(object_type="identity.user", object_id=user_id).order_by("-at", "-id")
    return list(rows[:limit])


def is_named(subject_ids: list[str]) -> bool:
    """Whether the log knows what somebody is called, under any of their ids."""
    return Name.objects.filter(subject_id__in=subject_ids, forgotten_at=None).exists()


def with_seals(rows: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
    """The same rows, each knowing whether it is sealed."""
    return rows.annotate(sealed=Exists(AuditSeal.objects.filter(entry_id=OuterRef("pk"))))


def counted(rows: QuerySet[AuditEntry]) -> int:
    """How many, up to COUNTED_MAX: nobody turns that many pages, and counting all of a log reads all of it."""
    return rows.values("pk")[:COUNTED_MAX].count()


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
    """A file for a spreadsheet."""
    return "".join(csv.rows(COLUMNS, ([_cell(getattr(row, name)) for name in COLUMNS] for row in rows)))


def _cell(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return "; ".join(f"{name}: {one}" for name, one in value.items())
    return "" if value is None else str(value)
