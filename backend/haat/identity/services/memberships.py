"""People and their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models.functions import Now

from haat.core.errors import DomainError, InvalidInput
from haat.identity.models import ContactChange, Membership, User
from haat.identity.permissions import TABLE
from haat.identity.queries import PORTAL_OF_SCOPE
from haat.identity.services.notes import note
from haat.identity.tokens import end_families

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.identity.identifiers import Identifier


class AddressHeld(DomainError):
    code = "address_held"


def is_held(address: str, *, except_for: UUID | None = None) -> bool:
    """Whether somebody gave this address up so lately that it can still come back to them.

    Every door asks this and not all know the business time, so the database's clock decides.
    """
    held = ContactChange.objects.filter(old=address, undone_at=None, undo_until__gt=Now())
    return (held.exclude(user_id=except_for) if except_for else held).exists()


def person(*, identifier: Identifier, name: str = "") -> tuple[User, bool]:
    """The person behind a proven address, made if new. Returns whether it was. Raises AddressHeld."""
    column = "email" if identifier.channel == "email" else "phone"
    if not User.objects.filter(**{column: identifier.value}).exists() and is_held(identifier.value):
        raise AddressHeld(
            "The account of this address was moved to another one a short time ago. If that was not you, "
            "use the link in the message that we sent here."
        )
    with transaction.atomic():
        user, is_new = User.objects.get_or_create(**{column: identifier.value}, defaults={"name": name})
        if is_new:
            user.set_unusable_password()
            user.save(update_fields=["password"])
        elif name and not user.name:
            user.name = name
            user.save(update_fields=["name"])
        if identifier.channel == "email":
            EmailAddress.objects.update_or_create(
                user=user, email=identifier.value, defaults={"verified": True, "primary": True}
            )
    return user, is_new


def grant(
    *, user: User, scope: str, role: str, brand_id: UUID | None = None, seller_id: UUID | None = None
) -> Membership:
    """Give a role; the same grant twice is one. Raises InvalidInput for a role that the scope does not know."""
    if role not in TABLE.get(scope, {}):
        raise InvalidInput(f"There is no role “{role}” for {scope}.", details={"role": ["Unknown role."]})
    place: dict[str, Any] = {
        "user": user,
        "scope": scope,
        "brand_id": brand_id,
        "seller_id": seller_id,
        "revoked_at": None,
    }
    with transaction.atomic():
        before = Membership.objects.select_for_update(of=("self",)).filter(**place).first()
        membership, is_new = Membership.objects.update_or_create(**place, defaults={"role": role})
        if is_new or (before and before.role != role):
            action = "membership.granted" if before is None else "membership.role_changed"
            _note(action, membership, before=described(before), after=described(membership))
    return membership


def revoke(*, membership: Membership, at: datetime) -> None:
    """Take a role away; every sign-in of the person where it counted ends with it."""
    with transaction.atomic():
        if Membership.objects.filter(pk=membership.pk, revoked_at=None).update(revoked_at=at):
            portal = PORTAL_OF_SCOPE[membership.scope]
            end_families(user_id=membership.user_id, portal=portal, brand_id=membership.brand_id, at=at)
            _note("membership.revoked", membership, before=described(membership), after=None)


def described(membership: Membership | None) -> dict[str, str] | None:
    """A membership as the audit log keeps it."""
    if membership is None:
        return None
    seller = {"seller_id": str(membership.seller_id)} if membership.seller_id else {}
    return {"scope": membership.scope, "role": membership.role} | seller


def _note(action: str, membership: Membership, *, before: Any, after: Any) -> None:
    note(action, user=membership.user, brand_id=membership.brand_id, before=before, after=after)


@transaction.atomic
def pass_on(*, membership: Membership, to: User, at: datetime) -> None:
    """Give a role from one account to the other of the same person; where both have one, the one that may more stands."""
    own = Membership.objects.select_for_update().filter(
        user=to, scope=membership.scope, brand_id=membership.brand_id, seller_id=membership.seller_id, revoked_at=None
    )
    held = own.first()
    if held is None:
        membership.user = to
        membership.save(update_fields=["user", "updated_at"])
        return
    Membership.objects.filter(pk=membership.pk).update(revoked_at=at)
    if held.permissions < membership.permissions:
        held.role = membership.role
        held.save(update_fields=["role", "updated_at"])
