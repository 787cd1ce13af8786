"""What other apps ask about tax."""

from haat.tax.month import Month, month
from haat.tax.rates import NoRate, Rate
from haat.tax.rules import Regime, Tax, inside, regime

__all__ = ["Month", "NoRate", "Rate", "Regime", "Tax", "inside", "month", "regime"]
