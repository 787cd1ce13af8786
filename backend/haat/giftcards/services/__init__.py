"""Verbs of gift cards."""

from haat.giftcards.services.care import block, expire, extend, unblock
from haat.giftcards.services.issue import Off, issue
from haat.giftcards.services.spend import CardChanged, find, give_back, keep, release, reserve

__all__ = [
    "CardChanged", "Off", "block", "expire", "extend", "find", "give_back", "issue", "keep", "release", "reserve", "unblock",
]  # fmt: skip
