"""A customer who goes: for good, or up into the same person's other account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.core.ids import new_id
from haat.customers import queries
from haat.customers.models import Address, Customer
from haat.customers.services.consents import decide
from haat.customers.services.profile import ADDRESSES_MAX

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@transaction.atomic
def erase(*, customer: Customer, at: datetime) -> dict[str, int]:
    """Keep the row that orders point to, and nothing that says who it was; the identity is unknown to it from now on."""
    for purpose in queries.granted_purposes(customer=customer):
        decide(customer=customer, purpose=purpose, granted=False, place="erasure", at=at)
    gone, _ = Address.objects.filter(customer=customer).delete()
    blank = {"name": "", "email": "", "phone": "", "phone_index": "", "user_id": new_id(), "erased_at": at}
    for name, value in blank.items():
        setattr(customer, name, value)
    customer.save(update_fields=[*blank, "updated_at"])
    return {"customers.address": gone, "customers.customer": 1}


def move(*, customer: Customer, user_id: UUID) -> None:
    """The customer is another identity's from now on: the person joined two accounts, and was here with one only."""
    customer.user_id = user_id
    customer.save(update_fields=["user_id", "updated_at"])


@transaction.atomic
def fold(*, source: Customer, target: Customer, at: datetime) -> None:
    """Let the customer `source` go up into `target`: addresses move, the stricter answer to each question stands."""
    rows = Customer.objects.select_for_update().filter(pk__in=[source.pk, target.pk]).order_by("pk").in_bulk()
    source, target = rows[source.pk], rows[target.pk]
    room = max(0, ADDRESSES_MAX - len(queries.addresses(customer=target)))
    has_default = Address.objects.filter(customer=target, is_default=True).exists()
    for position, address in enumerate(Address.objects.filter(customer=source).order_by("-is_default", "-created_at")):
        fits = position < room or address.archived_at is not None
        address.is_default = address.is_default and not has_default and fits
        address.archived_at = address.archived_at if fits else at
        address.customer = target
        address.save(update_fields=["customer", "is_default", "archived_at", "updated_at"])
    for purpose in queries.withdrawn_purposes(customer=source):
        decide(customer=target, purpose=purpose, granted=False, place="merge", at=at)
    for name in ("name", "email"):
        setattr(target, name, getattr(target, name) or getattr(source, name))
    if not target.phone:
        target.phone, target.phone_index = source.phone, source.phone_index
    target.save(update_fields=["name", "email", "phone", "phone_index", "updated_at"])
    source.name, source.email, source.phone, source.phone_index, source.merged_into = "", "", "", "", target
    source.save(update_fields=["name", "email", "phone", "phone_index", "merged_into", "updated_at"])
