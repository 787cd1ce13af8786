"""What happens to a sign-in is told twice: to the audit log, and to the person where they should know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core import context, events, jobs
from haat.identity.types import SecurityNoted

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.models import User


def note(
    action: str, *, user: User, brand_id: UUID | None, before: Any = None, after: Any = None, reason: str = ""
) -> None:
    """Put a security event into the brand's audit log, or the platform's when there is no brand, after the commit."""
    note_thing(
        action, kind="identity.user", thing_id=user.pk, name=user.name or user.masked_contact, brand_id=brand_id, before=before, after=after, reason=reason,
    )  # fmt: skip


def note_thing(
    action: str, *, kind: str, thing_id: UUID, name: str, brand_id: UUID | None, before: Any = None, after: Any = None,
    reason: str = "",
) -> None:  # fmt: skip
    """As `note`, about something that is not a person: an invitation, a view."""
    facts = {"address": context.current().address, "kind": kind}
    brand = str(brand_id) if brand_id else None
    events.publish(SecurityNoted(action, str(thing_id), name, brand, before, after, reason, facts))


def failed(method: str, user: User | None, *, brand_id: UUID | None) -> None:
    """Note a wrong proof. For somebody unknown as well, so that neither the log nor the time it takes tells them apart."""
    facts = {"address": context.current().address}
    who = (str(user.pk), user.name) if user else ("", "")
    events.publish(
        SecurityNoted("login.failed", *who, str(brand_id) if brand_id else None, None, {"method": method}, "", facts)
    )


def alarm(action: str, *, brand_id: UUID | None, after: dict[str, Any]) -> None:
    """Put what concerns no single person into the log: a budget that runs out, a provider that refuses."""
    facts = {"address": context.current().address}
    events.publish(SecurityNoted(action, "", "", str(brand_id) if brand_id else None, None, after, "", facts))


def tell(*, to: str, sender: str, subject: str, text: str) -> None:
    """Send a security notice to one address, e-mail or phone; the address may be one that was just removed."""
    jobs.enqueue("identity.send_notice", private={"to": to, "text": text}, sender=sender, subject=subject)
