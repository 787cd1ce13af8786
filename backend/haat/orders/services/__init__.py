"""Verbs of orders. What they lead to elsewhere is in `haat.wiring`."""

from haat.orders.services.create import create_order
from haat.orders.services.credit import NotCreditable, NothingLeft, credit_part
from haat.orders.services.end import CannotCancel, cancel_part, expire_order
from haat.orders.services.people import erase_contact, hand_over
from haat.orders.services.progress import NotInThisState, advance, complete_part, note, place_order

__all__ = [
    "CannotCancel", "NotCreditable", "NotInThisState", "NothingLeft", "advance", "cancel_part", "complete_part", "create_order",
    "credit_part", "erase_contact", "expire_order", "hand_over", "note", "place_order",
]  # fmt: skip
