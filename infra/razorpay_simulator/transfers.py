"""The life of a transfer: it is processed when there is money, may be held back from settlement, may be reversed."""

from . import jobs, money
from .entities import Entity, children
from .events import emit
from .world import World

NO_ERROR = dict.fromkeys(("code", "description", "reason", "field", "step", "source", "metadata"))


def run_for_order(world: World, order: Entity, payment: Entity) -> None:
    """The transfers asked for with the order belong to the payment that paid it."""
    for transfer in children(world.store, order.id, "transfer"):
        transfer.parent = payment.id
        world.save(transfer)
        process(world, transfer.id)


def process(world: World, transfer_id: str) -> None:
    """Move the money, or fail for want of it."""
    transfer = world.fetch("transfer", transfer_id)
    if transfer["status"] not in ("created", "pending"):
        return
    account = money.merchant_account(transfer.merchant)
    fees, tax = money.transfer_fee(transfer["amount"])
    if money.balance(world, account) < transfer["amount"] + fees:
        _fail(world, transfer)
        return
    post = {"source": account, "reason": "transfer", "ref": transfer.id}
    linked = money.linked_account(transfer["recipient"])
    money.post(world, transfer.merchant, destination=linked, amount=transfer["amount"], **post)
    money.post(world, transfer.merchant, destination=money.FEES, amount=fees, **post)
    settlement = "on_hold" if transfer["on_hold"] else "pending"
    transfer.body |= {"status": "processed", "fees": fees, "tax": tax, "processed_at": world.now()}
    transfer["settlement_status"] = settlement
    world.save(transfer)
    _count_on_payment(world, transfer)
    if transfer["on_hold_until"]:
        jobs.schedule(world, "transfer.release", transfer.id, transfer["on_hold_until"] - world.time())
    emit(world, "transfer.processed", {"transfer": transfer})


def _fail(world: World, transfer: Entity) -> None:
    transfer["status"] = "failed"
    transfer["error"] = transfer["error"] | {
        "code": "BAD_REQUEST_TRANSFER_INSUFFICIENT_BALANCE",
        "description": "Account does not have sufficient balance to carry out transfer operation",
        "reason": "insufficient_balance",
        "source": "business",
        "step": "transfer_processing",
    }
    world.save(transfer)
    emit(world, "transfer.failed", {"transfer": transfer})


def _count_on_payment(world: World, transfer: Entity) -> None:
    if transfer.parent and transfer.parent.startswith("pay_"):
        payment = world.fetch("payment", transfer.parent)
        payment["amount_transferred"] += transfer["amount"]
        world.save(payment)


def release(world: World, transfer_id: str) -> None:
    """The hold ran out (`on_hold_until`). A hold that was made indefinite or moved since then stays."""
    transfer = world.fetch("transfer", transfer_id)
    due = transfer["on_hold_until"]
    if transfer["on_hold"] and due and due <= world.now():
        set_hold(world, transfer, held=False, until=None)


def set_hold(world: World, transfer: Entity, *, held: bool, until: int | None) -> None:
    transfer.body |= {"on_hold": held, "on_hold_until": until}
    if transfer["settlement_status"] in ("on_hold", "pending"):
        transfer["settlement_status"] = "on_hold" if held else "pending"
    world.save(transfer)
    if until and transfer["status"] == "processed":
        jobs.schedule(world, "transfer.release", transfer.id, until - world.time())
