"""How an order is paid, as long as it waits for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.audit import services as audit
from haat.orders.services.progress import NotInThisState

if TYPE_CHECKING:
    from haat.orders.models import Order


def change_to_cash(*, order: Order, fee_minor: int) -> None:
    """It will be paid at the door, with the fee for that; its row is locked by the caller. Raises NotInThisState."""
    if order.status != order.Status.AWAITING_PAYMENT:
        raise NotInThisState(f"Order {order.number} is {order.get_status_display().lower()}.")
    before = {"payment_method": order.payment_method, "total_minor": order.total_minor}
    order.payment_method, order.cod_fee_minor = "cod", fee_minor
    order.total_minor += fee_minor
    order.save(update_fields=["payment_method", "cod_fee_minor", "total_minor", "updated_at"])
    after = {"payment_method": order.payment_method, "total_minor": order.total_minor}
    audit.record("order.changed_to_cash", order, before=before, after=after, label=order.number)
