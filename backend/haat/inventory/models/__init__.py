"""How many there are, who holds some of them, and every change ever made."""

from haat.inventory.models.holds import Reservation
from haat.inventory.models.stock import Stock, StockMovement

__all__ = ["Reservation", "Stock", "StockMovement"]
