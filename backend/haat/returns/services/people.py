"""Returns of a customer who leaves: figures and reasons stay, words and accounts go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.orders import queries as orders
from haat.payments import services as payments
from haat.returns.models import Return

if TYPE_CHECKING:
    from haat.customers.models import Customer


def erase(*, customer: Customer) -> int:
    """Blank what the customer wrote, forget where refunds were to go. Returns how many returns there are."""
    payments.forget_payees(references=orders.ids_of(customer=customer))
    return Return.objects.filter(part__order__customer=customer).update(note="")
