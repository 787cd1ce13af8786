"""Reads of customers. Every address is fetched through its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core.errors import NotFound
from haat.core.rows import row
from haat.customers.models import Address, Consent, Customer
from haat.customers.notices import NOTICES
from haat.customers.types import Contact

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

OWN = "one.id = %s AND one.customer_id = %s AND one.archived_at IS NULL"


def addresses(*, customer: Customer) -> QuerySet[Address]:
    """The customer's addresses, the default one first."""
    return Address.objects.filter(customer=customer, archived_at=None).order_by("-is_default", "-created_at")


def address_of(*, customer: Customer, address_id: UUID | str) -> Address:
    """One of the customer's own addresses. Raises NotFound, also for somebody else's."""
    found = row(Address, OWN, address_id, customer.pk)
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


def customer_of(user_id: UUID | str) -> Customer | None:
    """The person as a customer of this brand, if they ever joined it."""
    return Customer.objects.filter(user_id=user_id, merged_into=None).first()


def customer_rows(user_ids: Iterable[UUID]) -> list[Customer]:
    """Every customer row of a person, those that went up into another one too."""
    rows = Customer.objects.filter(user_id__in=list(user_ids))
    return [*rows, *Customer.objects.filter(merged_into__in=rows).exclude(pk__in=rows)]


def consent_history(*, customer: Customer) -> QuerySet[Consent]:
    """Every decision, the newest first."""
    return Consent.objects.filter(customer=customer).order_by("-at", "-id")


def last_consent(*, customer: Customer, purpose: str) -> Consent | None:
    return consent_history(customer=customer).filter(purpose=purpose).first()


def consents(*, customer: Customer) -> list[dict[str, Any]]:
    """Each question with today's words and the answer that counts."""
    answers = _answers(customer)
    return [
        {
            "purpose": purpose, "title": str(notice.title), "text": str(notice.text), "version": notice.version,
            "granted": purpose in answers and answers[purpose].granted,
            "since": answers[purpose].at if purpose in answers else None,
        }
        for purpose, notice in NOTICES.items()
    ]  # fmt: skip


def granted_purposes(*, customer: Customer) -> list[str]:
    return [purpose for purpose, answer in _answers(customer).items() if answer.granted]


def withdrawn_purposes(*, customer: Customer) -> list[str]:
    return [purpose for purpose, answer in _answers(customer).items() if not answer.granted]


def may_market(*, customer_id: UUID | None, channel: str) -> bool:
    """Whether advertising may go to this customer by mail or SMS: only after a yes that was not taken back."""
    customer = Customer.objects.filter(pk=customer_id, erased_at=None).first() if customer_id else None
    granted = granted_purposes(customer=customer) if customer else []
    return any(NOTICES[purpose].channel == channel for purpose in granted if purpose in NOTICES)


def _answers(customer: Customer) -> dict[str, Consent]:
    newest = Consent.objects.filter(customer=customer).order_by("purpose", "-at", "-id").distinct("purpose")
    return {row.purpose: row for row in newest}
