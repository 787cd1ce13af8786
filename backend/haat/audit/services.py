"""Writing the audit log, in the transaction of what it records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.audit.models import AuditEntry, Name
from haat.core import clock, context

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import Model

    from haat.core.context import Actor

PEOPLE = {"identity.user", "customers.customer"}  # their label is a name
FORGOTTEN = "An erased person"


def record(
    action: str, thing: Model, *, before: Any = None, after: Any = None, reason: str = "", label: str = ""
) -> AuditEntry:
    """One line about `thing` by the acting person of this request or job."""
    here = context.current()
    kind, said = thing._meta.label_lower, (label or str(thing))[:200]
    if kind in PEOPLE:
        remember(str(thing.pk), said)
        said = ""
    return AuditEntry.objects.create(
        at=clock.now(), action=action, actor_kind=here.actor.kind, actor_id=here.actor.user_id or "", actor_name=name_kept(here.actor),
        actor_role=here.actor.role, object_type=kind, object_id=str(thing.pk), object_label=said,
        before=before, after=after, reason=reason, address=here.address, request_id=here.request_id,
    )  # fmt: skip


def record_security(
    *, action: str, user_id: str, user_name: str, before: Any, after: Any, reason: str, facts: dict[str, Any], **_: Any
) -> AuditEntry:
    """One line about a person's sign-in or roles; the actor is that of the request in which it happened."""
    here = context.current()
    remember(user_id, user_name)
    return AuditEntry.objects.create(
        at=clock.now(), action=action, actor_kind=here.actor.kind, actor_id=here.actor.user_id or "", actor_name=name_kept(here.actor),
        actor_role=here.actor.role, object_type="identity.user", object_id=user_id,
        before=before, after=after, reason=reason, address=facts.get("address", ""), request_id=here.request_id,
    )  # fmt: skip


def name_kept(actor: Actor) -> str:
    """What an insert-only row may say of who acted: the system's name; a person's is kept beside it."""
    if actor.user_id is None:
        return actor.name
    remember(actor.user_id, actor.name)
    return ""


def remember(subject_id: str, name: str) -> None:
    """Keep what somebody is called now, once; what was forgotten stays so."""
    known = Name.objects.filter(subject_id=subject_id).first()
    if known is None:
        Name.objects.bulk_create([Name(subject_id=subject_id, name=name[:200])], ignore_conflicts=True)
    elif known.name != name[:200] and name and known.forgotten_at is None:
        Name.objects.filter(subject_id=subject_id, forgotten_at=None).update(name=name[:200])


def forget(*, subject_ids: list[str], at: datetime) -> int:
    """Take names out of the log for good; the ids stay. Returns how many were known."""
    known = Name.objects.filter(subject_id__in=subject_ids, forgotten_at=None)
    return known.update(name=FORGOTTEN, forgotten_at=at)
