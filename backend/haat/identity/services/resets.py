"""Support gives somebody who lost every factor a new start: with a reason, after a wait, unless the person says no."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from haat.core import jobs
from haat.core.errors import NotFound, NotNow
from haat.identity.models import Authenticator, FactorReset, Passkey, RecoveryCode, User
from haat.identity.services.factors import tell_person
from haat.identity.services.notes import note

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


def ask_for_reset(*, user: User, asked_by: User, reason: str, at: datetime) -> FactorReset:
    """Begin the wait. Raises NotNow when one runs already, or for one's own account."""
    if user.pk == asked_by.pk:
        raise NotNow("Nobody resets their own second factors. Ask another owner of the platform.")
    due_at = at + timedelta(hours=settings.HAAT_FACTOR_RESET_HOURS)
    try:
        with transaction.atomic():
            reset = FactorReset.objects.create(user=user, asked_by=asked_by, reason=reason.strip(), due_at=due_at)
    except IntegrityError:
        raise NotNow("A reset for this person waits already.") from None
    jobs.enqueue("identity.reset_factors", at=due_at, reset_id=reset.pk)
    note("factor.reset_asked", user=user, brand_id=None, after={"due_at": due_at.isoformat()}, reason=reason)
    text = _(
        "Support was asked to remove your authenticator apps, passkeys and recovery codes. It happens in %(hours)s hours. "
        "If you did not ask for it, sign in and cancel it under Security, or write to support at once."
    ) % {"hours": settings.HAAT_FACTOR_RESET_HOURS}
    tell_person(user=user, sender="Haat", subject=_("Your second factors will be removed"), text=text)
    return reset


def cancel_reset(*, user: User, at: datetime) -> None:
    """The person, or support, says no. Raises NotFound when none waits."""
    if not FactorReset.objects.filter(user=user, done_at=None, cancelled_at=None).update(cancelled_at=at):
        raise NotFound("No reset waits for this account.")
    note("factor.reset_cancelled", user=user, brand_id=None)
    text = _("The removal of your second factors was cancelled. Nothing has changed.")
    tell_person(user=user, sender="Haat", subject=_("Removal cancelled"), text=text)


def carry_out_reset(*, reset_id: UUID | str, at: datetime) -> None:
    """After the wait: every factor goes, and every session with them."""
    with transaction.atomic():
        waiting = FactorReset.objects.select_for_update(of=("self",)).select_related("user")
        reset = waiting.filter(pk=reset_id, done_at=None, cancelled_at=None, due_at__lte=at).first()
        if reset is None:
            return
        for model in (Authenticator, Passkey, RecoveryCode):
            model.objects.filter(user=reset.user).delete()
        User.objects.filter(pk=reset.user_id).update(security_version=F("security_version") + 1)
        reset.done_at = at
        reset.save(update_fields=["done_at", "updated_at"])
        note("factor.reset", user=reset.user, brand_id=None, reason=reset.reason)
        text = _("Your second factors were removed and you were signed out everywhere. Sign in to set up new ones.")
        tell_person(user=reset.user, sender="Haat", subject=_("Your second factors were removed"), text=text)
