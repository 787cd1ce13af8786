"""Orders of a customer who leaves: the figures stay, for the tax office; who it was goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from haat.orders import queries
from haat.orders.models import Order

if TYPE_CHECKING:
    from haat.customers.models import Customer

KEPT = ("state", "country")  # place of supply: part of the tax record, and nobody's home


def erase_contact(*, customer: Customer) -> int:
    """Blank name, phone, mail and street on every order of the customer. Returns how many orders there are."""
    orders = list(Order.objects.select_for_update().filter(customer=customer))
    for order in orders:
        address = queries.address_of(order)
        order.address = json.dumps({name: address.get(name, "") if name in KEPT else "" for name in address})
        order.contact_name, order.contact_phone, order.contact_email = "", "", ""
        order.save(update_fields=["address", "contact_name", "contact_phone", "contact_email", "updated_at"])
    return len(orders)


def hand_over(*, source: Customer, target: Customer) -> int:
    """The orders of one customer are another's: the two are one person."""
    return Order.objects.filter(customer=source).update(customer=target)
