"""Second factors of a person: used, kept, removed; each change is noted, and told to the person at every address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from haat.core.errors import NotFound, NotNow
from haat.identity import queries
from haat.identity.models import Authenticator, Passkey, RecoveryCode, User
from haat.identity.services import authenticators, passkeys, recovery
from haat.identity.services.notes import note, tell
from haat.identity.services.throttle import attempt

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

TYPED = {"totp": authenticators.is_right_code, "recovery_code": recovery.is_right_recovery_code}


@dataclass(frozen=True, slots=True)
class Proof:
    """What somebody answers when they are asked for a second factor."""

    method: str  # totp | recovery_code | passkey
    code: str = ""
    challenge_id: UUID | None = None
    credential: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a sign-in, for checks, logs and notices."""

    place: passkeys.Place
    brand_id: UUID | None
    sender: str


def prove(*, user: User, proof: Proof, purpose: str, where: Where, at: datetime) -> None:
    """Check a second factor. Raises WrongFactor, PasskeyRefused, TooManyTries; what failed is noted."""
    if proof.method == "passkey":
        _prove_by_passkey(user, proof, purpose, where, at)
    elif not attempt(user=user, check=lambda: TYPED[proof.method](user=user, code=proof.code, at=at), at=at):
        _note("factor.failed", user, where, {"method": proof.method, "for": purpose})
        raise authenticators.wrong_code()
    _note("factor.used", user, where, {"method": proof.method, "for": purpose})
    if proof.method == "recovery_code":
        left = RecoveryCode.objects.filter(user=user, used_at=None).count()
        _note("recovery.used", user, where, {"left": left})
        text = _(
            "A recovery code of your account was used. %(left)s are left. If that was not you, write to support at once."
        )
        tell_person(user=user, sender=where.sender, subject=_("A recovery code was used"), text=text % {"left": left})


def _prove_by_passkey(user: User, proof: Proof, purpose: str, where: Where, at: datetime) -> None:
    if proof.challenge_id is None:
        raise passkeys.PasskeyRefused("Choose your passkey again.")
    try:
        passkeys.use_passkey(
            user=user,
            purpose=purpose,
            place=where.place,
            challenge_id=proof.challenge_id,
            answer=proof.credential,
            at=at,
        )
    except passkeys.PasskeyRefused as refusal:
        note_refused_passkey(user=user, refusal=refusal, purpose=purpose, where=where)
        raise


def note_refused_passkey(*, user: User, refusal: passkeys.PasskeyRefused, purpose: str, where: Where) -> None:
    """Into the log; and told, when the passkey may have been copied."""
    why = "sign count went back" if isinstance(refusal, passkeys.ClonedPasskey) else refusal.message
    _note("factor.failed", user, where, {"method": "passkey", "for": purpose, "why": why})
    if isinstance(refusal, passkeys.ClonedPasskey):
        text = _("A sign-in with your passkey “%(name)s” was refused: it may have been copied. Remove it in Security.")
        subject = _("A passkey was refused")
        tell_person(user=user, sender=where.sender, subject=subject, text=text % {"name": refusal.passkey.name})


def after_proof(user: User, proof: Proof) -> dict[str, int]:
    """What the person should learn after it: how many recovery codes are left, when one was used."""
    if proof.method != "recovery_code":
        return {}
    return {"recovery_codes_left": RecoveryCode.objects.filter(user=user, used_at=None).count()}


def tell_added(*, user: User, kind: str, name: str, where: Where) -> None:
    _note(
        "factor.added", user, where, {"kind": kind}
    )  # its name is the person's own words, which the log could not forget
    text = _("“%(name)s” can now confirm that it is you. If you did not add it, write to support at once.") % {
        "name": name
    }
    tell_person(user=user, sender=where.sender, subject=_("A way to confirm sign-ins was added"), text=text)


def first_recovery_codes(*, user: User) -> list[str] | None:
    """Codes for somebody who has none yet; None for those who do."""
    known = RecoveryCode.objects.filter(user=user, used_at=None).exists()
    return None if known else recovery.renew_recovery_codes(user=user)


def tell_codes_renewed(*, user: User, where: Where) -> None:
    _note("recovery.renewed", user, where, None)
    text = _(
        "New recovery codes were made for your account; the old ones stopped working. If that was not you, write to support."
    )
    tell_person(user=user, sender=where.sender, subject=_("New recovery codes"), text=text)


def remove_factor(*, user: User, kind: str, factor_id: UUID, where: Where) -> None:
    """Take one factor away. Raises NotFound, and NotNow for the last one of staff, who would be locked out."""
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        rows: Any = (Authenticator if kind == "authenticator" else Passkey).objects.filter(user=user, pk=factor_id)
        row = rows.first()
        if row is None:
            raise NotFound("This is gone already, or it is not yours.")
        is_last = queries.factor_count(user) == 1 if kind == "passkey" or row.confirmed else False
        if is_last and queries.is_staff_anywhere(user):
            raise NotNow("This is your last second factor, and staff need one. Add another one first.")
        name = row.name
        rows.delete()
        if is_last:
            RecoveryCode.objects.filter(user=user).delete()
        _note("factor.removed", user, where, None, before={"kind": kind})
        text = _("“%(name)s” can no longer confirm that it is you. If you did not remove it, write to support at once.")
        subject = _("A way to confirm sign-ins was removed")
        tell_person(user=user, sender=where.sender, subject=subject, text=text % {"name": name})


def drop_all(*, user: User, heir: User) -> None:
    """Take every factor of an account that went into another; the one that is left has its own, or sets some up."""
    found: list[tuple[str, str]] = []
    for kind, model in (("authenticator", Authenticator), ("passkey", Passkey)):
        rows: Any = model.objects.filter(user=user)
        found += [(kind, row.name) for row in rows.order_by("created_at") if getattr(row, "confirmed", True)]
        rows.delete()
    RecoveryCode.objects.filter(user=user).delete()
    for kind, _name in found:
        note("factor.removed", user=heir, brand_id=None, before={"kind": kind, "account": str(user.pk)})
    text = _("Your accounts were joined. %(names)s confirmed sign-ins of one of them and no longer can.")
    names, subject = ", ".join(f"“{name}”" for _kind, name in found), _("A way to confirm sign-ins was removed")
    for address in [*user.addresses, *heir.addresses] if found else []:
        tell(to=address, sender="Haat", subject=subject, text=text % {"names": names})


def rename_passkey(*, user: User, passkey_id: UUID, name: str) -> None:
    """Raises NotFound."""
    if not Passkey.objects.filter(user=user, pk=passkey_id).update(name=name.strip()):
        raise NotFound("This passkey is gone, or it is not yours.")


def tell_person(*, user: User, sender: str, subject: str, text: str) -> None:
    """At every address: whoever took over one of them cannot keep it quiet."""
    for address in (user.email, user.phone):
        if address:
            tell(to=address, sender=sender, subject=subject, text=text)


def _note(action: str, user: User, where: Where, after: Any, *, before: Any = None) -> None:
    note(action, user=user, brand_id=where.brand_id, before=before, after=after)
