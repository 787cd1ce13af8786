"""One-time codes: six digits, minutes of life, one use, few tries; the same answer for known and unknown people."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q

from haat.core import context, jobs
from haat.core.errors import DomainError, NotFound
from haat.identity.models import LoginChallenge

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.identifiers import Identifier

RESEND_AFTER = timedelta(seconds=30)
HOUR = timedelta(hours=1)


class WrongCode(DomainError):
    code = "wrong_code"
    status = 422


class TooManyCodes(DomainError):
    code = "too_many_codes"
    status = 429


def code_of(challenge: LoginChallenge) -> str:
    """The six digits of a challenge, recomputed by the sender and by the check; stored nowhere."""
    message = f"{challenge.pk}:{challenge.generation}".encode()
    digest = hmac.new(settings.HAAT_CODE_KEY, message, hashlib.sha256).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 1_000_000:06d}"


def start(*, identifier: Identifier, portal: str, brand: Any, name: str, at: datetime) -> LoginChallenge:
    """Send a code to a phone or mail address; a new challenge kills the ones before. Raises TooManyCodes."""
    address = context.current().address
    _check_budgets(identifier.value, address, at)
    brand_id: UUID | None = brand.pk if brand else None
    with transaction.atomic():
        LoginChallenge.objects.filter(
            identifier=identifier.value, portal=portal, brand_id=brand_id, used_at=None, expires_at__gt=at,
        ).update(expires_at=at)  # fmt: skip
        challenge = LoginChallenge.objects.create(
            portal=portal, brand_id=brand_id, identifier=identifier.value, channel=identifier.channel, name=name.strip(),
            sender=brand.name if brand else "Haat", sent_at=at, expires_at=_end(at), address=address,
        )  # fmt: skip
        jobs.enqueue("identity.send_code", challenge_id=challenge.pk)
    return challenge


def resend(*, challenge_id: UUID, portal: str, brand_id: UUID | None, at: datetime) -> LoginChallenge:
    """Another code to the same address; the old one dies. Raises NotFound, on another host too, and TooManyCodes."""
    here = LoginChallenge.objects.filter(pk=challenge_id, portal=portal, brand_id=brand_id, used_at=None)
    with transaction.atomic():
        challenge = here.select_for_update().first()
        if challenge is None:
            raise NotFound("This sign-in has ended. Start again.")
        if at < challenge.sent_at + RESEND_AFTER:
            raise TooManyCodes("A code was sent a moment ago. Wait half a minute before asking for another.")
        _check_budgets(challenge.identifier, challenge.address, at)
        challenge.generation += 1
        challenge.tries, challenge.sent_at, challenge.expires_at = 0, at, _end(at)
        challenge.save(update_fields=["generation", "tries", "sent_at", "expires_at", "updated_at"])
        jobs.enqueue("identity.send_code", challenge_id=challenge.pk)
    return challenge


def verify(*, challenge_id: UUID, code: str, portal: str, brand_id: UUID | None, at: datetime) -> LoginChallenge:
    """Use a code up. Each try is counted before it is compared, so parallel guesses cannot race the counter.

    Raises WrongCode, with one sentence whether code, challenge, portal or brand is the wrong one.
    """
    alive = Q(pk=challenge_id, portal=portal, brand_id=brand_id, used_at=None, expires_at__gt=at)
    counted = LoginChallenge.objects.filter(alive, tries__lt=settings.HAAT_CODE_TRIES).update(tries=F("tries") + 1)
    challenge = LoginChallenge.objects.filter(pk=challenge_id).first()
    right = challenge is not None and hmac.compare_digest(code_of(challenge).encode(), code.strip().encode())
    if not counted or not right:
        raise WrongCode(
            "This code is wrong or too old. Check it, or ask for a new one.", details={"code": ["Wrong or too old."]}
        )
    if not LoginChallenge.objects.filter(pk=challenge_id, used_at=None).update(used_at=at):
        raise WrongCode("This code was used already. Ask for a new one.", details={"code": ["Used already."]})
    assert challenge is not None  # noqa: S101 - `right` says so
    return challenge


def _check_budgets(identifier: str, address: str, at: datetime) -> None:
    """Codes an hour a person, over all brands, and an address. In PostgreSQL: a cache restart must not clear them."""
    recent = LoginChallenge.objects.filter(sent_at__gt=at - HOUR)
    sent = sum(recent.filter(identifier=identifier).values_list("generation", flat=True))
    if sent >= settings.HAAT_CODES_PER_HOUR:
        raise TooManyCodes("Too many codes were sent to you. Try again in an hour.")
    if address and recent.filter(address=address).count() >= settings.HAAT_CODES_PER_ADDRESS_HOUR:
        raise TooManyCodes("Too many codes were asked for from this connection. Try again in an hour.")


def _end(at: datetime) -> datetime:
    return at + timedelta(seconds=settings.HAAT_CODE_SECONDS)
