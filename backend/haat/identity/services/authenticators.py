"""Authenticator apps: a key is shown once as a picture and as text, and counts after its first right code."""

from __future__ import annotations

from base64 import b32encode
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import segno
from django.db import transaction

from haat.core import clock
from haat.core.errors import DomainError, InvalidInput
from haat.identity.models import Authenticator
from haat.identity.services.throttle import attempt

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.identity.models import User

ISSUER = "Haat"
AUTHENTICATORS_MAX = 5


class WrongFactor(DomainError):
    code = "wrong_code"
    status = 422


def wrong_code() -> WrongFactor:
    return WrongFactor(
        "This code is wrong or was used already. Wait for the next one and type it while it is shown.",
        details={"code": ["Wrong or used already."]},
    )


def begin_authenticator(*, user: User) -> Authenticator:
    """A new key for an app; it opens nothing before it is confirmed. Older unconfirmed ones end."""
    with transaction.atomic():
        if Authenticator.objects.filter(user=user, confirmed=True).count() >= AUTHENTICATORS_MAX:
            raise InvalidInput(f"You have {AUTHENTICATORS_MAX} authenticator apps. Remove one first.")
        Authenticator.objects.filter(user=user, confirmed=False).delete()
        device: Authenticator = Authenticator.objects.create(user=user, confirmed=False, name="")
    return device


def setup_of(device: Authenticator) -> dict[str, str]:
    """What the app needs, as text, as an otpauth address and as a picture. Only ever shown while enrolling."""
    secret = b32encode(bytes.fromhex(device.key)).decode()
    label = quote(f"{ISSUER}:{device.user.email or device.user.phone}", safe=":@")
    uri = f"otpauth://totp/{label}?{urlencode({'secret': secret, 'issuer': ISSUER})}"
    picture = segno.make(uri, error="m", micro=False).svg_data_uri(scale=5, border=3, dark="#000", light="#fff")
    return {"id": str(device.pk), "secret": secret, "uri": uri, "qr": picture}


def confirm_authenticator(*, user: User, device_id: UUID, code: str, name: str, at: datetime) -> Authenticator:
    """The first right code makes the app count. Raises WrongFactor, TooManyTries."""

    def check() -> bool:
        device = Authenticator.objects.select_for_update().filter(pk=device_id, user=user, confirmed=False).first()
        if device is None or not device.verify_code(code, unix_seconds=clock.wall().timestamp()):
            return False
        device.confirmed, device.name, device.last_used_at = True, name.strip() or "Authenticator app", at
        device.save(update_fields=["confirmed", "name", "last_t", "last_used_at", "updated_at"])
        return True

    if not attempt(user=user, check=check, at=at):
        raise wrong_code()
    confirmed: Authenticator = Authenticator.objects.get(pk=device_id)
    return confirmed


def is_right_code(*, user: User, code: str, at: datetime) -> bool:
    """Take a code of any of the person's apps; each works once, whoever sends it twice. Call it within `attempt`."""
    now = clock.wall().timestamp()
    for device in Authenticator.objects.select_for_update().filter(user=user, confirmed=True).order_by("pk"):
        if device.verify_code(code, unix_seconds=now):
            device.last_used_at = at
            device.save(update_fields=["last_t", "last_used_at", "updated_at"])
            return True
    return False
