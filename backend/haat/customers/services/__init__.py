"""Verbs of customers: join a brand, keep a profile and an address book, consent, and leave."""

from haat.customers.services.consents import decide
from haat.customers.services.leaving import erase, fold, move
from haat.customers.services.profile import (
    ADDRESSES_MAX,
    TooManyAddresses,
    add_address,
    change_address,
    index_of,
    join,
    phone_number,
    remove_address,
    update_profile,
)

__all__ = [
    "ADDRESSES_MAX",
    "TooManyAddresses",
    "add_address",
    "change_address",
    "decide",
    "erase",
    "fold",
    "index_of",
    "join",
    "move",
    "phone_number",
    "remove_address",
    "update_profile",
]
