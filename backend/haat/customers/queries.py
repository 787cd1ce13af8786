"""Reads of customers. Every address is fetched through its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.errors import NotFound
from haat.customers.models import Address, Customer
from haat.customers.types import Contact

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet


def addresses(*, customer: Customer) -> QuerySet[Address]:
    """The customer's addresses, the default one first."""
    return Address.objects.filter(customer=customer, archived_at=None).order_by("-is_default", "-created_at")


def address_of(*, customer: Customer, address_id: UUID | str) -> Address:
    """One of the customer's own addresses. Raises NotFound, also for somebody else's."""
    found = addresses(customer=customer).filter(pk=address_id).first()
    if found is None:
        raise NotFound("This address is not in your address book.")
    return found


def customer_by_id(customer_id: UUID | str) -> Customer:
    """Raises NotFound."""
    found = Customer.objects.filter(pk=customer_id).first()
    if found is None:
        raise NotFound("There is no such customer.")
    return found


def customer_of_user(user_id: UUID) -> Customer:
    """The customer that a person is here; nobody joins by being looked for. Raises NotFound."""
    found = Customer.objects.filter(user_id=user_id).first()
    if found is None:
        raise NotFound("There is no such customer.")
    return found


def customers(ids: Iterable[UUID]) -> dict[UUID, Customer]:
    """Several customers at once, by id."""
    return Customer.objects.in_bulk(list(ids))


def contact(customer: Customer) -> Contact:
    """How this brand reaches a customer."""
    return Contact(name=customer.name, email=customer.email, phone=customer.phone, language=customer.language)
