"""What was bought, what happened to it, and what was taken back of it."""

from haat.orders.models.credits import Credit, CreditLine, Remainder
from haat.orders.models.line import OrderLine
from haat.orders.models.numbers import NumberSeries
from haat.orders.models.order import Order, SellerOrder
from haat.orders.models.timeline import TimelineEntry

__all__ = ["Credit", "CreditLine", "NumberSeries", "Order", "OrderLine", "Remainder", "SellerOrder", "TimelineEntry"]
