"""Who is acting, as rows keep it: two people are told apart by their ids."""

from __future__ import annotations

from uuid import UUID

from haat.audit import services as audit
from haat.core import context


def acting() -> UUID | None:
    """The person of this request, whose name the log keeps; None when it is the schedule's doing."""
    actor = context.current().actor
    audit.name_kept(actor)
    return UUID(actor.user_id) if actor.user_id else None


def somebody() -> UUID:
    """The same where only a person may act."""
    found = acting()
    if found is None:
        raise RuntimeError("Only a person can do this.")
    return found
