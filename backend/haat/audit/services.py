"""Writing the audit log, in the transaction of what it records; sealing and proving it afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from haat.audit import canon, queries
from haat.audit.masking import masked, words
from haat.audit.models import AuditEntry, Name
from haat.audit.sealing import seal
from haat.audit.verifying import Verdict, prove, verify
from haat.core import clock, context

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import Model

    from haat.core.context import Actor

PEOPLE = {"identity.user", "customers.customer", "identity.invitation"}  # their label names somebody
FORGOTTEN = "An erased person"
__all__ = [
    "Line",
    "Verdict",
    "acting",
    "export",
    "forget",
    "name_kept",
    "prove",
    "record",
    "record_many",
    "record_security",
    "remember",
    "seal",
    "somebody",
    "verify",
]


def record(
    action: str, thing: Model, *, before: Any = None, after: Any = None, reason: str = "", label: str = ""
) -> AuditEntry:
    """One line about `thing` by the acting person of this request or job. Personal data in it are shortened."""
    return _write(
        action, thing._meta.label_lower, str(thing.pk), label or str(thing), before, after, reason, address=None
    )


def record_security(
    *, action: str, user_id: str, user_name: str, before: Any, after: Any, reason: str, facts: dict[str, Any], **_: Any
) -> AuditEntry:
    """One line about a person's sign-in or roles; the actor is that of the request in which it happened."""
    address = facts.get("address", "")
    return _write(
        action, facts.get("kind", "identity.user"), user_id, user_name, before, after, reason, address=address
    )


def export(*, brand: Model, filters: dict[str, Any], at: datetime) -> dict[str, Any]:
    """A filtered stretch of the log for a spreadsheet. Who took what is a line of the log itself."""
    found: dict[str, Any] = {name: str(value) if name.endswith("_id") else value for name, value in filters.items()}
    rows = list(queries.entries(**found)[: queries.EXPORT_ROWS_MAX + 1])
    kept = rows[: queries.EXPORT_ROWS_MAX]
    asked = {name: str(value) for name, value in filters.items()}
    record("audit.exported", brand, after=asked | {"rows": len(kept)})
    name = f"audit-{at:%Y-%m-%d}.csv"
    return {"name": name, "csv": queries.as_csv(kept), "rows": len(kept), "is_cut": len(rows) > len(kept)}


@dataclass(frozen=True, slots=True)
class Line:
    """One of many acts that are written down together."""

    action: str
    thing: Model
    before: Any
    after: Any
    label: str


def record_many(lines: Iterable[Line], *, reason: str = "") -> None:
    """As `record`, in one statement however many there are; none of them about a person."""
    name = name_kept(context.current().actor)
    AuditEntry.objects.bulk_create(
        [
            _entry(one.action, one.thing._meta.label_lower, str(one.thing.pk), one.label, one.before, one.after, reason, name, None)
            for one in lines
        ],
        batch_size=500,
    )  # fmt: skip


def _write(
    action: str, kind: str, thing_id: str, label: str, before: Any, after: Any, reason: str, *, address: str | None
) -> AuditEntry:
    if kind in PEOPLE:
        remember(thing_id, label)
        label = ""
    name = name_kept(context.current().actor)
    entry = _entry(action, kind, thing_id, label, before, after, reason, name, address)
    entry.save(force_insert=True)
    return entry


def _entry(
    action: str,
    kind: str,
    thing_id: str,
    label: str,
    before: Any,
    after: Any,
    reason: str,
    name: str,
    address: str | None,
) -> AuditEntry:
    here = context.current()
    actor = here.actor
    entry = AuditEntry(
        at=clock.now(), action=action, actor_kind=actor.kind, actor_id=actor.user_id or "", actor_name=words(name)[:120],
        actor_role=actor.role, on_behalf_of=actor.on_behalf_of[:120], object_type=kind, object_id=thing_id,
        object_label=words(label)[:200], before=masked(before), after=masked(after), reason=words(reason),
        address=address or here.address, request_id=here.request_id,
    )  # fmt: skip
    entry.mac = canon.content(entry)
    return entry


def name_kept(actor: Actor) -> str:
    """What an insert-only row may say of who acted: the system's name; a person's is kept beside it."""
    if actor.user_id is None:
        return actor.name
    remember(actor.user_id, actor.name)
    return ""


def acting() -> UUID | None:
    """The person of this request as rows keep it, whose name the log keeps; None when it is the schedule's doing."""
    actor = context.current().actor
    name_kept(actor)
    return UUID(actor.user_id) if actor.user_id else None


def somebody() -> UUID:
    """The same where only a person may act."""
    found = acting()
    if found is None:
        raise RuntimeError("Only a person can do this.")
    return found


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
