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
    facts = {"address": context.current().address}
    events.publish(
        SecurityNoted(
            action, str(user.pk), user.name, str(brand_id) if brand_id else None, before, after, reason, facts
        )
    )


def tell(*, to: str, sender: str, subject: str, text: str) -> None:
    """Send a security notice to one address, e-mail or phone; the address may be one that was just removed."""
    jobs.enqueue("identity.send_notice", private={"to": to, "text": text}, sender=sender, subject=subject)
