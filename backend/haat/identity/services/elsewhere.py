"""Ending every sign-in of a person but the one in hand, after a change of how they sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F

from haat.identity.models import TokenFamily, User

if TYPE_CHECKING:
    from datetime import datetime


def end_elsewhere(*, user: User, family: TokenFamily | None, session: Any, at: datetime) -> None:
    """Raise the person's version, which ends everything, and carry the sign-in in hand over.

    Access tokens of the old version die with it: a client renews its own with the refresh cookie.
    """
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(security_version=F("security_version") + 1)
        user.refresh_from_db(fields=["security_version"])
        others = TokenFamily.objects.filter(user=user, revoked_at=None)
        if family is None:
            others.update(revoked_at=at)
        else:
            others.exclude(pk=family.pk).update(revoked_at=at)
            TokenFamily.objects.filter(pk=family.pk).update(security_version=user.security_version)
    if family is None and session is not None:
        session["security_version"] = user.security_version
