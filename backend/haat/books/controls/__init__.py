"""Control accounts: what orders, payments, refunds, commission and payouts say must be in the books, key by key."""

from haat.books.controls.facts import Fact
from haat.books.controls.families import FAMILIES, Family

__all__ = ["FAMILIES", "Fact", "Family"]
