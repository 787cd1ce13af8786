"""Passkeys: WebAuthn by the fido2 library, with challenges in the database (docs/adr/0016)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import orjson
from django.conf import settings
from django.db import transaction
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialParameters,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from haat.core.errors import DomainError, InvalidInput
from haat.identity.models import Passkey, PasskeyChallenge

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from haat.identity.models import User

LIFE = timedelta(minutes=5)
FORGOTTEN_AFTER = timedelta(days=1)
PASSKEYS_MAX = 10
ANSWER_BYTES_MAX = 16_000
ALGORITHMS = (-7, -8, -257)  # ES256, EdDSA, RS256: what devices offer
UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    struct.error,
    RuntimeError,
    AssertionError,
)


class PasskeyRefused(DomainError):
    code = "passkey_refused"
    status = 422


class ClonedPasskey(PasskeyRefused):
    """The device counts lower than it did: two devices may hold one key."""

    def __init__(self, passkey: Passkey) -> None:
        super().__init__("This passkey may have been copied and was refused. Use another way, then remove it.")
        self.passkey = passkey


@dataclass(frozen=True, slots=True)
class Place:
    """Where a browser is: what its answer must have been signed for."""

    portal: str
    host: str  # with port

    @property
    def rp_id(self) -> str:
        """One passkey for all hosts below the platform's domain; a brand's own domain stands for itself."""
        name = self.host.rpartition(":")[0] if self.host.rpartition(":")[2].isdecimal() else self.host
        platform = settings.HAAT_PLATFORM_DOMAIN
        return platform if name == platform or name.endswith(f".{platform}") else name

    @property
    def origin(self) -> str:
        return f"{settings.HAAT_PUBLIC_SCHEME}://{self.host}"


def place_of(request: Any) -> Place:
    return Place(request.portal, request.META.get("HTTP_HOST", "").lower())


def begin_registration(*, user: User, place: Place, at: datetime) -> dict[str, Any]:
    """What the browser needs to make a passkey for this person here."""
    known = list(Passkey.objects.filter(user=user, rp_id=place.rp_id))
    if len(known) >= PASSKEYS_MAX:
        raise InvalidInput(f"You have {PASSKEYS_MAX} passkeys. Remove one first.")
    label = user.email or user.phone or user.name
    entity = PublicKeyCredentialUserEntity(id=user.pk.bytes, name=label, display_name=user.name or label)
    options, state = _server(place).register_begin(
        entity, _descriptors(known), ResidentKeyRequirement.REQUIRED, UserVerificationRequirement.REQUIRED
    )
    return _challenge("register", user, place, state, dict(options), at)


def finish_registration(
    *, user: User, place: Place, challenge_id: UUID, answer: dict[str, Any], name: str, at: datetime
) -> Passkey:
    """Keep the passkey that was made. Raises PasskeyRefused."""
    state = _use(challenge_id, "register", user, place, at)
    data = _read(lambda: _server(place).register_complete(state, _bounded(answer)))
    found: AttestedCredentialData = data.credential_data
    credential_id = websafe_encode(found.credential_id)
    with transaction.atomic():
        passkey, is_new = Passkey.objects.get_or_create(
            credential_id=credential_id,
            defaults={
                "user": user, "credential": bytes(found), "sign_count": data.counter, "rp_id": place.rp_id,
                "name": name.strip() or "Passkey", "last_used_at": at,
            },
        )  # fmt: skip
    if not is_new:
        raise PasskeyRefused("This passkey is known already.")
    return passkey


def begin_passkey(*, user: User | None, purpose: str, place: Place, at: datetime) -> dict[str, Any]:
    """What the browser needs to use one: any of this person's, or any at all before anybody is known."""
    known = _descriptors(Passkey.objects.filter(user=user, rp_id=place.rp_id)) if user else None
    options, state = _server(place).authenticate_begin(known, UserVerificationRequirement.REQUIRED)
    return _challenge(purpose, user, place, state, dict(options), at)


def use_passkey(
    *, user: User | None, purpose: str, place: Place, challenge_id: UUID, answer: dict[str, Any], at: datetime
) -> Passkey:
    """Check what the browser signed. Raises PasskeyRefused, and ClonedPasskey for a device that counts backwards."""
    state = _use(challenge_id, purpose, user, place, at)
    response = _read(lambda: AuthenticationResponse.from_dict(_bounded(answer)))
    mine = {"user": user} if user else {}
    with transaction.atomic():
        passkey = (
            Passkey.objects.select_for_update()
            .select_related("user")
            .filter(credential_id=websafe_encode(response.raw_id), rp_id=place.rp_id, **mine)
            .first()
        )
        if passkey is None or response.response.user_handle not in (None, b"", passkey.user_id.bytes):
            raise PasskeyRefused("This passkey is not known here. Use another way to sign in.")
        known = AttestedCredentialData(bytes(passkey.credential))
        _read(lambda: _server(place).authenticate_complete(state, [known], response))
        count = response.response.authenticator_data.counter
        if count <= passkey.sign_count and (count or passkey.sign_count):
            raise ClonedPasskey(passkey)
        passkey.sign_count, passkey.last_used_at = count, at
        passkey.save(update_fields=["sign_count", "last_used_at", "updated_at"])
    return passkey


def _server(place: Place) -> Fido2Server:
    server = Fido2Server(
        PublicKeyCredentialRpEntity(id=place.rp_id, name="Haat"), verify_origin=lambda origin: origin == place.origin
    )
    kind = PublicKeyCredentialType.PUBLIC_KEY
    server.allowed_algorithms = [PublicKeyCredentialParameters(type=kind, alg=number) for number in ALGORITHMS]
    return server


def _descriptors(rows: Any) -> list[PublicKeyCredentialDescriptor]:
    kind = PublicKeyCredentialType.PUBLIC_KEY
    found = [AttestedCredentialData(bytes(row.credential)) for row in rows]
    return [PublicKeyCredentialDescriptor(type=kind, id=one.credential_id) for one in found]


def _challenge(
    purpose: str, user: User | None, place: Place, state: dict[str, Any], options: dict[str, Any], at: datetime
) -> dict[str, Any]:
    PasskeyChallenge.objects.filter(expires_at__lt=at - FORGOTTEN_AFTER).delete()
    row = PasskeyChallenge.objects.create(
        user=user, purpose=purpose, portal=place.portal, host=place.host, challenge=state["challenge"], expires_at=at + LIFE,
    )  # fmt: skip
    return {"challenge_id": row.pk, "options": orjson.loads(orjson.dumps(options["publicKey"], default=dict))}


def _use(challenge_id: UUID, purpose: str, user: User | None, place: Place, at: datetime) -> dict[str, Any]:
    """Use a challenge up, whatever comes of the answer: it is never signed twice."""
    mine = PasskeyChallenge.objects.filter(
        pk=challenge_id,
        purpose=purpose,
        user=user,
        portal=place.portal,
        host=place.host,
        used_at=None,
        expires_at__gt=at,
    )
    if not mine.update(used_at=at):
        raise PasskeyRefused("This took too long or was done already. Try again.")
    challenge = PasskeyChallenge.objects.values_list("challenge", flat=True).get(pk=challenge_id)
    return {"challenge": challenge, "user_verification": UserVerificationRequirement.REQUIRED}


def _bounded(answer: dict[str, Any]) -> dict[str, Any]:
    if len(orjson.dumps(answer)) > ANSWER_BYTES_MAX:
        raise ValueError("too long")
    return answer


def _read(act: Callable[[], Any]) -> Any:
    """What a browser sends is not ours: whatever is wrong with it is one refusal."""
    try:
        return act()
    except UNREADABLE as error:
        raise PasskeyRefused("This passkey could not be checked. Try again, or use another way.") from error
