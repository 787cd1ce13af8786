"""Writing the audit log, in the transaction of what it records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.audit.models import AuditEntry
from haat.core import clock, context

if TYPE_CHECKING:
    from django.db.models import Model


def record(
    action: str, thing: Model, *, before: Any = None, after: Any = None, reason: str = "", label: str = ""
) -> AuditEntry:
    """One line about `thing` by the acting person of this request or job."""
    here = context.current()
    return AuditEntry.objects.create(
        at=clock.now(), action=action, actor_kind=here.actor.kind, actor_id=here.actor.user_id or "", actor_name=here.actor.name,
        actor_role=here.actor.role, object_type=thing._meta.label_lower, object_id=str(thing.pk), object_label=(label or str(thing))[:200],
        before=before, after=after, reason=reason, address=here.address, request_id=here.request_id,
    )  # fmt: skip


def record_security(
    *, action: str, user_id: str, user_name: str, before: Any, after: Any, reason: str, facts: dict[str, Any], **_: Any
) -> AuditEntry:
    """One line about a person's sign-in or roles; the actor is that of the request in which it happened."""
    here = context.current()
    return AuditEntry.objects.create(
        at=clock.now(), action=action, actor_kind=here.actor.kind, actor_id=here.actor.user_id or "", actor_name=here.actor.name,
        actor_role=here.actor.role, object_type="identity.user", object_id=user_id, object_label=user_name[:200],
        before=before, after=after, reason=reason, address=facts.get("address", ""), request_id=here.request_id,
    )  # fmt: skip
