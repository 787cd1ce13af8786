"""Capture: the moment a payment becomes the merchant's money, its order is paid and its transfers run."""

from . import money, transfers
from .entities import Entity
from .events import emit
from .world import World


def capture(world: World, payment: Entity, order: Entity) -> None:
    """The payment must be authorised. An order that was paid before keeps its first payment's transfers."""
    fee, tax = money.payment_fee(payment["amount"])
    payment.body |= {"status": "captured", "captured": True, "fee": fee, "tax": tax}
    world.save(payment)
    account = money.merchant_account(payment.merchant)
    post = {"reason": "capture", "ref": payment.id}
    money.post(world, payment.merchant, source=money.CUSTOMERS, destination=account, amount=payment["amount"], **post)
    money.post(world, payment.merchant, source=account, destination=money.FEES, amount=fee, **post)
    emit(world, "payment.captured", {"payment": payment})
    if order["status"] == "paid":
        return
    order.body |= {"status": "paid", "amount_paid": payment["amount"], "amount_due": 0}
    world.save(order)
    emit(world, "order.paid", {"payment": payment, "order": order})
    transfers.run_for_order(world, order, payment)
