"""Goods on their way back, and claims about goods that stay."""

from haat.returns.models.asked import AskedUnits
from haat.returns.models.returns import Return, ReturnLine

__all__ = ["AskedUnits", "Return", "ReturnLine"]
