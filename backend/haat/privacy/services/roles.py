"""The roles of two accounts that become one, and what cannot be both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from haat.identity import queries as identity
from haat.identity import services as identity_services
from haat.tenancy import queries as tenancy
from haat.verification import services as verification

if TYPE_CHECKING:
    from datetime import datetime

    from haat.identity.models import Membership, User


def move_roles(*, source: User, target: User, at: datetime) -> list[dict[str, str]]:
    """Give the target what the source may do. Returns, in words and by brand, where the two met and which one stands."""
    held = {(row.scope, row.brand_id, row.seller_id): row for row in identity.living_memberships(target)}
    conflicts = []
    for row in identity.living_memberships(source):
        own = held.get((row.scope, row.brand_id, row.seller_id))
        if own is not None:
            conflicts.append(_settle(own, row))
        identity_services.pass_on(membership=row, to=target, at=at)
        identity_services.note(
            "membership.moved",
            user=target,
            brand_id=row.brand_id,
            before={"user": str(source.pk)},
            after={"role": row.role},
        )
    for entity in verification.hand_over(source=source, target=target):
        sentence = _("You had begun two applications as a seller. “%(name)s” of the other account is not carried over.")
        conflicts.append({"brand_id": "", "text": sentence % {"name": entity.trade_name}})
    return conflicts


def _settle(own: Membership, other: Membership) -> dict[str, str]:
    """Of two roles at one place the one that may more stands; the other account's only if it may all that this one may."""
    stands = other.role if own.permissions < other.permissions else own.role
    where = tenancy.brand_by_id(own.brand_id).name if own.brand_id else "Haat"
    sentence = _("At %(where)s you were “%(one)s” with one account and “%(two)s” with the other. “%(stands)s” stands.")
    words = {"where": where, "one": own.role, "two": other.role, "stands": stands}
    return {"brand_id": str(own.brand_id or ""), "text": sentence % words}
