"""One-time codes: six digits, minutes of life, one use, few tries; the same answer for known and unknown people."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from haat.core import context, jobs
from haat.core.errors import DomainError, NotFound
from haat.identity import queries
from haat.identity.identifiers import Identifier
from haat.identity.models import LoginChallenge
from haat.identity.services import budgets
from haat.identity.services.notes import failed
from haat.identity.services.sending import check_country, pay_for_code
from haat.identity.services.tries import count_try

if TYPE_CHECKING:
    from uuid import UUID

KEPT_AFTER_END = timedelta(hours=1)


class WrongCode(DomainError):
    code = "wrong_code"
    status = 422


def code_of(challenge: LoginChallenge) -> str:
    """The six digits of a challenge, recomputed by the sender and by the check; stored nowhere."""
    message = f"{challenge.purpose}:{challenge.pk}:{challenge.generation}".encode()
    digest = hmac.new(settings.HAAT_CODE_KEY, message, hashlib.sha256).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 1_000_000:06d}"


def device_hash(device: str) -> str:
    return hashlib.sha256(device.encode()).hexdigest() if device else ""


def start(
    *, identifier: Identifier, portal: str, brand: Any, at: datetime, name: str = "", purpose: str = "login", device: str = "",
    user_id: UUID | None = None,
) -> LoginChallenge:  # fmt: skip
    """Send a code to a phone or mail address; a new one kills those before. Raises Spent, InvalidInput, Unavailable.

    Nothing here asks whether the address is known, so nothing can tell.
    """
    check_country(identifier, brand)
    own = device_hash(device)
    with budgets.readable(), transaction.atomic():
        pay_for_code(identifier=identifier.value, device=own, brand=brand, at=at)
        _kill(identifier.value, purpose, user_id, at)
        challenge = LoginChallenge.objects.create(
            purpose=purpose, portal=portal, brand_id=brand.pk if brand else None, user_id=user_id, device_hash=own,
            identifier=identifier.value, channel=identifier.channel, name=name.strip(), sender=brand.name if brand else "Haat",
            sent_at=at, expires_at=_end(at), address=context.current().address,
        )  # fmt: skip
        jobs.enqueue("identity.send_code", challenge_id=challenge.pk)
    return challenge


def resend(
    *, challenge_id: UUID, portal: str, brand: Any, at: datetime, purpose: str = "login", device: str = "", user_id: UUID | None = None,
) -> LoginChallenge:  # fmt: skip
    """Another code to the same address; the old one dies. Raises NotFound, Spent, Unavailable."""
    bound = _bound(portal, brand.pk if brand else None, purpose, device, user_id)
    with budgets.readable(), transaction.atomic():
        challenge = LoginChallenge.objects.select_for_update().filter(bound, pk=challenge_id, used_at=None).first()
        # One that a newer code has killed stays dead; one that died of age may have another.
        if challenge is None or challenge.expires_at < _end(challenge.sent_at):
            raise NotFound(_("This sign-in has ended. Start again."))
        free_at = challenge.sent_at + timedelta(seconds=settings.HAAT_CODE_RESEND_SECONDS)
        if at < free_at:
            wait = int((free_at - at).total_seconds()) + 1
            raise budgets.Spent(_("A code was sent a moment ago. Wait before asking for another."), retry_after=wait)
        pay_for_code(identifier=challenge.identifier, device=challenge.device_hash, brand=brand, at=at)
        _kill(challenge.identifier, purpose, user_id, at)
        challenge.generation += 1
        challenge.tries, challenge.sent_at, challenge.expires_at = 0, at, _end(at)
        challenge.save(update_fields=["generation", "tries", "sent_at", "expires_at", "updated_at"])
        jobs.enqueue("identity.send_code", challenge_id=challenge.pk)
    return challenge


def verify(
    *, challenge_id: UUID, code: str, portal: str, brand_id: UUID | None, at: datetime, purpose: str = "login", device: str = "",
    user_id: UUID | None = None,
) -> LoginChallenge:  # fmt: skip
    """Use a code up. Each try is counted before it is compared, so parallel guesses cannot race the counters.

    Raises WrongCode, with one sentence whether code, challenge, purpose, person, device, portal or brand is the wrong one,
    and Spent when too many wrong codes were tried for this address, whoever asked for them.
    """
    bound = _bound(portal, brand_id, purpose, device, user_id)
    alive = bound & Q(pk=challenge_id, used_at=None, expires_at__gt=at)
    counted = LoginChallenge.objects.filter(alive, tries__lt=settings.HAAT_CODE_TRIES).update(tries=F("tries") + 1)
    challenge = LoginChallenge.objects.filter(alive).first() if counted else None
    if challenge is None:
        raise _wrong()
    taken = count_try("code", challenge.identifier, at=at)
    if not hmac.compare_digest(code_of(challenge).encode(), code.strip().encode()):
        failed(
            "otp", queries.user_by_identifier(Identifier(challenge.identifier, challenge.channel)), brand_id=brand_id
        )
        raise _wrong()
    # The generation as it was read: a code that a resend has replaced meanwhile is not used up in its place.
    if not LoginChallenge.objects.filter(alive, generation=challenge.generation).update(used_at=at):
        raise _wrong()
    budgets.give_back(taken)
    challenge.used_at = at
    return challenge


def forget(*, at: datetime) -> None:
    """Delete codes that are over; what they cost is counted elsewhere."""
    LoginChallenge.objects.filter(expires_at__lt=at - KEPT_AFTER_END).delete()


def _kill(identifier: str, purpose: str, user_id: UUID | None, at: datetime) -> None:
    """A new code ends the ones before, wherever they were asked for."""
    LoginChallenge.objects.filter(
        identifier=identifier, purpose=purpose, user_id=user_id, used_at=None, expires_at__gt=at
    ).update(expires_at=at)


def _bound(portal: str, brand_id: UUID | None, purpose: str, device: str, user_id: UUID | None) -> Q:
    return Q(portal=portal, brand_id=brand_id, purpose=purpose, device_hash=device_hash(device), user_id=user_id)


def _wrong() -> WrongCode:
    sentence = _("This code is wrong or too old. Check it, or ask for a new one.")
    return WrongCode(sentence, details={"code": [_("Wrong or too old.")]})


def _end(at: datetime) -> datetime:
    return at + timedelta(seconds=settings.HAAT_CODE_SECONDS)
