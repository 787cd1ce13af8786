"""Verbs of orders. What they lead to elsewhere is in `haat.wiring`."""

from haat.orders.services.call_off import Outcome, cancel_lines, outcome
from haat.orders.services.create import create_order
from haat.orders.services.credit import NotCreditable, NothingLeft, credit_part
from haat.orders.services.end import CannotCancel, cancel_part, end_undelivered, expire_order
from haat.orders.services.method import change_to_cash
from haat.orders.services.people import erase_contact, hand_over
from haat.orders.services.progress import (
    NotInThisState,
    advance,
    complete_part,
    free_part,
    hold_part,
    note,
    place_order,
    prolong,
)

__all__ = [
    "CannotCancel", "NotCreditable", "NotInThisState", "NothingLeft", "Outcome", "advance", "cancel_lines", "cancel_part", "change_to_cash",
    "complete_part", "create_order", "credit_part", "end_undelivered", "erase_contact", "expire_order", "free_part",
    "hand_over", "hold_part", "note", "outcome", "place_order", "prolong",
]  # fmt: skip
