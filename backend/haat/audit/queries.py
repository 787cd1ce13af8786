"""Reading the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from haat.audit.models import AuditEntry

if TYPE_CHECKING:
    from django.db.models import QuerySet


def entries(*, action: str = "", object_id: str = "", actor: str = "", q: str = "") -> QuerySet[AuditEntry]:
    """The log, newest first, narrowed by the start of an action, an object, a person's name, or words in any."""
    rows = AuditEntry.objects.order_by("-at", "-id")
    if action:
        rows = rows.filter(action__startswith=action)
    if object_id:
        rows = rows.filter(object_id=object_id)
    if q:
        rows = rows.filter(Q(object_label__icontains=q) | Q(actor_name__icontains=q) | Q(action__icontains=q))
    return rows.filter(actor_name__icontains=actor) if actor else rows
