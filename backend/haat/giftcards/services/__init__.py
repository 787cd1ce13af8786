"""Verbs of gift cards."""

from haat.giftcards.services.care import block, expire, extend, unblock
from haat.giftcards.services.code import replace_code
from haat.giftcards.services.forget import forget
from haat.giftcards.services.issue import Off, issue
from haat.giftcards.services.spend import CardChanged, find, give_back, keep, release, reserve

__all__ = [
    "CardChanged", "Off", "block", "expire", "extend", "find", "forget", "give_back", "issue", "keep", "release",
    "replace_code", "reserve", "unblock",
]  # fmt: skip
