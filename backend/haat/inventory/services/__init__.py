"""The verbs of stock."""

from haat.inventory.services.adjust import WrongStock, adjust, open_stock, restock
from haat.inventory.services.reserve import OutOfStock, extend, reserve
from haat.inventory.services.settle import commit, release

__all__ = ["OutOfStock", "WrongStock", "adjust", "commit", "extend", "open_stock", "release", "reserve", "restock"]
