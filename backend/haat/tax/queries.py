"""What other apps ask about tax."""

from haat.tax.month import Month, month
from haat.tax.papers import CASH, DELIVERY, MARKETPLACE, Papers, papers
from haat.tax.rates import NoRate, Rate
from haat.tax.rules import Regime, Tax, inside, regime

__all__ = [
    "CASH",
    "DELIVERY",
    "MARKETPLACE",
    "Month",
    "NoRate",
    "Papers",
    "Rate",
    "Regime",
    "Tax",
    "inside",
    "month",
    "papers",
    "regime",
]
