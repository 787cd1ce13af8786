"""Changing the phone or e-mail by which a person signs in: proven before, told to the old address, undone by one link."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Any
from uuid import UUID

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F

from haat.core import events, jobs
from haat.core.errors import DomainError, NotFound
from haat.identity import identifiers, queries
from haat.identity.models import ContactChange, TokenFamily, User
from haat.identity.services import proofs, sign_ins
from haat.identity.services.memberships import AddressHeld, is_held
from haat.identity.services.notes import note
from haat.identity.types import SellerStaffContactChanged
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from datetime import datetime

    from haat.identity.identifiers import Identifier
    from haat.identity.models import LoginChallenge

COLUMN = {"email": "email", "sms": "phone"}


class SameAddress(DomainError):
    code = "same_address"


class AddressTaken(DomainError):
    """The address was proven and has an account of its own: the two can be joined."""

    code = "address_taken"


def ask(*, user: User, address: Identifier, portal: str, brand: Any, at: datetime) -> LoginChallenge:
    """Send a code to the new address. The answer is the same whether it is free or another person's."""
    if getattr(user, COLUMN[address.channel]) == address.value:
        raise SameAddress("This is your address already.", details={"identifier": ["This is your address already."]})
    return proofs.ask(user=user, address=address, purpose=proofs.CONTACT, portal=portal, brand=brand, at=at)


def change(*, user: User, challenge: LoginChallenge, keep: TokenFamily | None, at: datetime) -> ContactChange:
    """Take a proven address, end the other sign-ins, tell the old address. Raises AddressTaken, AddressHeld."""
    address = identifiers.Identifier(challenge.identifier, challenge.channel)
    column = COLUMN[address.channel]
    try:
        with transaction.atomic():
            user = User.objects.select_for_update().get(pk=user.pk)
            holder = queries.user_by_identifier(address)
            if (
                holder is not None and holder.merged_into_id == user.pk
            ):  # an address of an account that was joined to this
                User.objects.filter(pk=holder.pk).update(**{column: None})
            elif holder is not None and holder.pk != user.pk:
                raise _taken(challenge)
            if is_held(address.value, except_for=user.pk):
                raise AddressHeld("This address was given up a moment ago and cannot be used for another account yet.")
            before = getattr(user, column) or ""
            told = before or user.email or user.phone or ""
            setattr(user, column, address.value)
            user.save(update_fields=[column, "updated_at"])
            keep_mail_address(user)
            row = ContactChange.objects.create(
                user=user, channel=address.channel, old=before, new=address.value, told=told, portal=challenge.portal,
                brand_id=challenge.brand_id, sender=challenge.sender, changed_at=at, undo_until=at + settings.HAAT_CONTACT_UNDO,
            )  # fmt: skip
            sign_ins.end_others(user=user, keep=keep, at=at)
            jobs.enqueue("identity.tell_contact_changed", change_id=row.pk)
            note("contact.changed", user=user, brand_id=challenge.brand_id, after=_facts(row))
            _tell_brands(user)
    except IntegrityError:
        raise _taken(challenge) from None
    return row


def undo_token(change: ContactChange) -> str:
    """What the link of a change carries; it follows from a key and is stored nowhere."""
    digest = hmac.new(settings.HAAT_CODE_KEY, f"contact-undo:{change.pk}".encode(), hashlib.sha256).hexdigest()
    return f"{change.pk.hex}{digest[:32]}"


def changed_by(token: str, *, at: datetime) -> ContactChange:
    """The change behind a link that still works. Raises NotFound."""
    try:
        row = queries.contact_change(UUID(token[:32]))
    except ValueError:
        row = None
    is_right = row is not None and hmac.compare_digest(undo_token(row).encode(), token.encode())
    if row is None or not is_right or row.undone_at is not None or row.undo_until <= at:
        raise NotFound(
            "This link was used already, or it is too old. Write to support if somebody else is in your account."
        )
    return row


def undo(*, token: str, at: datetime) -> None:
    """“It wasn't me”: put back every address that was changed while this can be undone, and end all sign-ins."""
    user_id = changed_by(token, at=at).user_id
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user_id)
        found = changed_by(token, at=at)
        rows = ContactChange.objects.select_for_update().filter(user=user, undone_at=None, undo_until__gt=at)
        for row in rows.order_by("-changed_at", "-id"):  # the oldest last: its old address is the one to stand
            setattr(user, COLUMN[row.channel], row.old or None)
        rows.update(undone_at=at)
        user.security_version = F("security_version") + 1
        user.save(update_fields=["email", "phone", "security_version", "updated_at"])
        user.refresh_from_db()
        keep_mail_address(user)
        sign_ins.end_others(user=user, keep=None, at=at)
        note("contact.restored", user=user, brand_id=found.brand_id, after=_facts(found))
        _tell_brands(user)


def _taken(challenge: LoginChallenge) -> AddressTaken:
    sentence = "This address has an account of its own. You can join the two."
    return AddressTaken(sentence, details={"challenge_id": str(challenge.pk)})


def _facts(row: ContactChange) -> dict[str, str]:
    """What the log may keep: addresses can be erased, the log cannot."""
    return {"channel": row.channel, "change": str(row.pk)}


def keep_mail_address(user: User) -> None:
    """The provider library's record of proven mail addresses follows ours."""
    EmailAddress.objects.filter(user=user).exclude(email=user.email or "").delete()
    if user.email:
        EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})


def _tell_brands(user: User) -> None:
    """The shops the person works for stop being paid for a while: a stolen account must not move money."""
    for membership in queries.seller_memberships(user):
        with brand_scope(str(membership.brand_id)):
            events.publish(SellerStaffContactChanged(seller_id=str(membership.seller_id)))
