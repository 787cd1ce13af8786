"""How many there are and where, who holds some of them, and every change ever made."""

from haat.inventory.models.alerts import AlertLevel, StockAlert
from haat.inventory.models.drops import Drop, DropBuyer, Unit
from haat.inventory.models.edits import BulkEdit
from haat.inventory.models.holds import Reservation
from haat.inventory.models.movements import StockMovement
from haat.inventory.models.stock import Stock

__all__ = [
    "AlertLevel", "BulkEdit", "Drop", "DropBuyer", "Reservation", "Stock", "StockAlert", "StockMovement", "Unit",
]  # fmt: skip
