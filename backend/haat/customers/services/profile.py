"""Joining a brand, and keeping a profile and an address book there."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.core import countries
from haat.core.adding import add
from haat.core.crypto import BlindIndex, blind_index, indexes
from haat.core.errors import DomainError, InvalidInput
from haat.core.rows import row, rows
from haat.customers import queries
from haat.customers.models import Address, Customer
from haat.customers.types import AddressSpec

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

ADDRESSES_MAX = 20
PHONE = "customers.phone"
LIVE = "one.customer_id = %s AND one.archived_at IS NULL"


class TooManyAddresses(DomainError):
    code = "too_many_addresses"


def join(*, user: Any, at: datetime) -> Customer:
    """Make a person a customer of the active brand; the second time nothing changes. `user` is an identity's user."""
    found = row(Customer, "one.user_id = %s", user.pk)
    if found is not None:
        return found
    phone = user.phone or ""
    customer, _ = Customer.objects.get_or_create(
        user_id=user.pk,
        defaults={
            "name": user.name, "email": user.email or "", "phone": phone, "phone_index": index_of(phone), "joined_at": at,
        },
    )  # fmt: skip
    return customer


def update_profile(*, customer: Customer, changes: Mapping[str, str], country: str = "IN") -> Customer:
    """Change name, mail address, phone or language at this brand; how the person signs in stays as it is."""
    for name, value in changes.items():
        setattr(customer, name, phone_number(value, country) if name == "phone" and value else value)
    if "phone" in changes:
        customer.phone_index = index_of(customer.phone)
    customer.save(update_fields=[*changes, "phone_index", "updated_at"])
    return customer


@transaction.atomic
def add_address(*, customer: Customer, spec: AddressSpec, country: str = "IN") -> Address:
    """Keep an address in the brand's country; the first one is the default. Raises InvalidInput, TooManyAddresses."""
    fields = _checked(spec, country) | {"country": country}
    _lock(customer.pk)
    defaults = [one.is_default for one in rows(Address, LIVE, customer.pk, only=["is_default"])]
    if len(defaults) >= ADDRESSES_MAX:
        raise TooManyAddresses(f"You can keep {ADDRESSES_MAX} addresses. Remove one that you no longer use.")
    fields["is_default"] = spec.is_default or not defaults
    if fields["is_default"] and any(defaults):
        queries.addresses(customer=customer).update(is_default=False)
    return add(Address(customer=customer, **fields))


@transaction.atomic
def change_address(*, address: Address, changes: Mapping[str, Any]) -> Address:
    """Change parts of an address; the whole must still be right. Raises InvalidInput."""
    names = AddressSpec.__dataclass_fields__
    spec = AddressSpec(**{name: changes.get(name, getattr(address, name)) for name in names})
    fields = _checked(spec, address.country)
    _lock(address.customer_id)
    if fields["is_default"]:
        Address.objects.filter(customer_id=address.customer_id, is_default=True).exclude(pk=address.pk).update(
            is_default=False
        )
    for name, value in fields.items():
        setattr(address, name, value)
    address.save(update_fields=[*fields, "updated_at"])
    return address


@transaction.atomic
def remove_address(*, address: Address, at: datetime) -> None:
    """Take an address out of the book; the newest of the others becomes the default if this was it."""
    _lock(address.customer_id)
    Address.objects.filter(pk=address.pk).update(archived_at=at, is_default=False)
    heir = Address.objects.filter(customer_id=address.customer_id, archived_at=None).order_by("-created_at").first()
    if address.is_default and heir is not None:
        Address.objects.filter(pk=heir.pk).update(is_default=True)


def _lock(customer_id: UUID) -> None:
    """One change of a customer's address book at a time."""
    row(Customer, "one.id = %s FOR UPDATE", customer_id, only=["user_id"])


def index_of(phone: str) -> str:
    return blind_index(phone, purpose=PHONE) if phone else ""


indexes.append(BlindIndex("customers.Customer", "phone_index", lambda customer: index_of(customer.phone)))


def phone_number(text: str, country: str = "IN") -> str:
    """A mobile number in E.164, read as one of this country. Raises InvalidInput on the field `phone`."""
    try:
        return countries.country(country).phone(text)
    except ValueError as error:
        raise InvalidInput(str(error), details={"phone": [str(error)]}) from None


def _checked(spec: AddressSpec, country: str) -> dict[str, Any]:
    fields, place = asdict(spec), countries.country(country)
    fields["phone"] = phone_number(spec.phone, country)
    if problem := place.place_problem(spec.pin, spec.state):
        raise InvalidInput(problem, details={"state" if spec.state not in place.regions else "pin": [problem]})
    return fields | _business(spec, place)


def _business(spec: AddressSpec, place: countries.Country) -> dict[str, str]:
    """Who buys for a business: its name and its tax number go together."""
    name, number = " ".join(spec.business_name.split()), re.sub(r"[\s-]", "", spec.tax_number).upper()
    called = place.buyer_number_name
    if number and place.buyer_problem is None:
        raise _wrong("tax_number", f"Invoices in {place.name} name no tax number of the buyer. Leave it empty.")
    if number and place.buyer_problem and (problem := place.buyer_problem(number, spec.state)):
        raise _wrong("tax_number", problem)
    if number and not name:
        raise _wrong(
            "business_name", f"Enter the name of the business as it is registered, or leave the {called} empty."
        )
    if name and not number:
        raise _wrong("tax_number", f"Enter the {called} of the business, or leave its name empty.")
    return {"business_name": name, "tax_number": number}


def _wrong(field: str, sentence: str) -> InvalidInput:
    return InvalidInput(sentence, details={field: [sentence]})
