"""Verbs of the books: prove them, compare them with the provider, and look after what differs."""

from haat.books.recon.run import reconcile, watch
from haat.books.services.alarms import take_alarms
from haat.books.services.breaks import CannotGiveBack, assign, explain, give_back, resolve, send_again
from haat.books.services.deposits import deposit_tax, reverse_deposit
from haat.books.services.exports import export
from haat.books.verifying import prove, verify

__all__ = [
    "CannotGiveBack",
    "assign",
    "deposit_tax",
    "explain",
    "export",
    "give_back",
    "prove",
    "reconcile",
    "resolve",
    "reverse_deposit",
    "send_again",
    "take_alarms",
    "verify",
    "watch",
]  # fmt: skip
