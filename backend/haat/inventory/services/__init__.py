"""The verbs of stock."""

from haat.inventory.services.adjust import WrongStock, adjust, open_stock, restock
from haat.inventory.services.first_count import count_first
from haat.inventory.services.products import draft_product, edit_product, make_offer
from haat.inventory.services.recount import recount
from haat.inventory.services.reserve import OutOfStock, extend, reserve
from haat.inventory.services.settle import commit, release

__all__ = [
    "OutOfStock",
    "WrongStock",
    "adjust",
    "commit",
    "count_first",
    "draft_product",
    "edit_product",
    "extend",
    "make_offer",
    "open_stock",
    "recount",
    "release",
    "reserve",
    "restock",
]
