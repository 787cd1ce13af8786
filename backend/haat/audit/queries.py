"""Reading the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from haat.audit.models import AuditEntry, Name

if TYPE_CHECKING:
    from django.db.models import QuerySet


def entries(*, action: str = "", object_id: str = "", actor: str = "", q: str = "") -> QuerySet[AuditEntry]:
    """The log, newest first, narrowed by the start of an action, an object, a person's name, or words in any.

    `shown_actor` and `shown_label` are the names as they are known today.
    """
    rows = AuditEntry.objects.annotate(
        shown_actor=named("actor_id", "actor_name"), shown_label=named("object_id", "object_label")
    ).order_by("-at", "-id")
    if action:
        rows = rows.filter(action__startswith=action)
    if object_id:
        rows = rows.filter(object_id=object_id)
    if q:
        people = _called(q)
        is_about = Q(object_label__icontains=q) | Q(object_id__in=people) | Q(action__icontains=q)
        rows = rows.filter(is_about | Q(actor_name__icontains=q) | Q(actor_id__in=people))
    return rows.filter(Q(actor_name__icontains=actor) | Q(actor_id__in=_called(actor))) if actor else rows


def about_person(user_id: str, *, limit: int) -> list[AuditEntry]:
    """The newest entries about somebody's own sign-in and roles."""
    rows = AuditEntry.objects.filter(object_type="identity.user", object_id=user_id).order_by("-at", "-id")
    return list(rows[:limit])


def named(id_column: str, text_column: str) -> Coalesce:
    """The text of a row, or the name of the person whose id it keeps instead of one."""
    name = Subquery(Name.objects.filter(subject_id=OuterRef(id_column)).values("name")[:1])
    return Coalesce(NullIf(text_column, Value("")), name, Value(""))


def _called(text: str) -> QuerySet[Name, str]:
    return Name.objects.filter(name__icontains=text).values_list("subject_id", flat=True)


def is_named(subject_id: str) -> bool:
    """Whether the log knows what somebody is called."""
    return Name.objects.filter(subject_id=subject_id, forgotten_at=None).exists()
