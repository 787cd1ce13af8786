"""What other apps ask about tax."""

from haat.tax.rates import NoRate, Rate
from haat.tax.rules import Regime, Tax, inside, regime

__all__ = ["NoRate", "Rate", "Regime", "Tax", "inside", "regime"]
