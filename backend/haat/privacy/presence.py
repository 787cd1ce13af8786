"""Where a person has left something, and what of theirs is still open there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from haat.audit import queries as audit
from haat.customers import queries as customers
from haat.giftcards import queries as gift_cards
from haat.identity import queries as identity
from haat.orders import queries as orders
from haat.payments import queries as payments
from haat.payouts import queries as payouts
from haat.privacy import law
from haat.sellers import queries as sellers
from haat.tenancy import queries as tenancy
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from haat.identity.models import Membership, User
    from haat.tenancy.models import Brand


@dataclass(frozen=True, slots=True)
class Open:
    """Something that must end before a person can be forgotten, in words."""

    brand_id: str
    text: str


def brands_of(user: User, *, only: UUID | None = None) -> list[Brand]:
    """Every brand that knows the person as customer, staff, seller, invited, name in its log or recipient of a gift card. The platform's house is one."""
    house, ids, addresses = tenancy.house(), identity.ids_ever(user), identity.addresses_ever(user)
    worked_at = {row.brand_id or house.pk for row in identity.all_memberships(user)}
    worked_at |= {row.brand_id or house.pk for row in identity.invitations_ever(user)}
    found = [*tenancy.brands().order_by("created_at"), house]
    return [
        brand for brand in found
        if (only is None or brand.pk == only) and (brand.pk in worked_at or _knows(brand, ids, addresses))
    ]  # fmt: skip


def _knows(brand: Brand, ids: list[UUID], addresses: list[str]) -> bool:
    with brand_scope(brand):
        if customers.customer_rows(ids) or audit.is_named([str(one) for one in ids]):
            return True
        return gift_cards.meant_for(addresses).exists()


def still_open(user: User, *, only: UUID | None = None) -> list[Open]:
    """What stands against forgetting the person at one brand, or everywhere."""
    found: list[Open] = []
    for brand in brands_of(user, only=only):
        with brand_scope(brand):
            sentences = list(_as_customer(brand, user))
        found += [Open(str(brand.pk), sentence) for sentence in sentences]
    for membership in identity.sole_ownerships(user):
        if only is None or membership.brand_id == only:
            found += _as_owner(membership)
    return found


def kept(user: User, *, only: UUID | None, at: datetime) -> list[dict[str, Any]]:
    """What would stay of the person, why and until when."""
    last: datetime | None = None
    for brand in brands_of(user, only=only):
        with brand_scope(brand):
            customer = customers.customer_of(user.pk)
            ordered = orders.last_order_at(customer=customer) if customer else None
        last = max(filter(None, (last, ordered)), default=None)
    return law.kept(last_order_at=last, at=at)


def _as_customer(brand: Brand, user: User) -> Iterator[str]:
    customer = customers.customer_of(user.pk)
    if customer is None:
        return
    for number, until in orders.unfinished(customer=customer):
        if until is None:
            yield _("Order %(number)s at %(brand)s is not finished.") % {"number": number, "brand": brand.name}
        else:
            day = timezone.localtime(until).strftime("%d %B %Y")
            yield _("Order %(number)s at %(brand)s can be returned until %(day)s.") % {
                "number": number, "brand": brand.name, "day": day,
            }  # fmt: skip
    if payments.has_open_refund(orders.ids_of(customer=customer)):
        yield _("A refund of %(brand)s is on its way to you.") % {"brand": brand.name}


def _as_owner(membership: Membership) -> list[Open]:
    if membership.brand_id is None:
        return [Open("", _("You are the only owner of the platform. Name another owner first."))]
    brand = tenancy.brand_by_id(membership.brand_id)
    if membership.seller_id is None:
        return [
            Open(
                str(brand.pk),
                _("You are the only owner of the brand %(brand)s. Name another owner first.") % {"brand": brand.name},
            )
        ]
    with brand_scope(brand):
        seller = sellers.seller(membership.seller_id)
        words = {"seller": seller.name, "brand": brand.name}
        if seller.status != "terminated" and seller.submitted_at is not None:
            sentence = _(
                "You are the only owner of the seller %(seller)s at %(brand)s. Name another owner, or have it closed first."
            )
            return [Open(str(brand.pk), sentence % words)]
        if payouts.is_owed(seller=seller, currency=brand.currency):
            return [Open(str(brand.pk), _("%(brand)s still owes the seller %(seller)s a payout.") % words)]
    return []
