"""People and their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import F

from haat.core.errors import InvalidInput
from haat.identity.models import Membership, User
from haat.identity.permissions import TABLE

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.identity.identifiers import Identifier


def person(*, identifier: Identifier, name: str = "") -> tuple[User, bool]:
    """The person behind a proven address, made if new. Returns whether it was."""
    column = "email" if identifier.channel == "email" else "phone"
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
    membership, _ = Membership.objects.update_or_create(
        user=user, scope=scope, brand_id=brand_id, seller_id=seller_id, revoked_at=None, defaults={"role": role},
    )  # fmt: skip
    return membership


def revoke(*, membership: Membership, at: datetime) -> None:
    """Take a role away; every session and token of the person ends with it."""
    with transaction.atomic():
        Membership.objects.filter(pk=membership.pk, revoked_at=None).update(revoked_at=at)
        User.objects.filter(pk=membership.user_id).update(security_version=F("security_version") + 1)
