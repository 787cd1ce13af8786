"""Settlements: money leaves for a bank account, when the control plane says so."""

from . import money
from .entities import Entity, new_id, select
from .errors import ApiError
from .events import emit
from .world import World


def _record(world: World, merchant: str, owner: str, amount: int) -> Entity:
    settlement = Entity(new_id("setl"), "settlement", merchant, {}, parent=owner)
    settlement.body = {
        "id": settlement.id,
        "entity": "settlement",
        "amount": amount,
        "status": "processed",
        "fees": 0,
        "tax": 0,
        "utr": f"{world.now()}{settlement.id[-6:]}",
        "created_at": world.now(),
    }
    return world.add(settlement)


def _pay_out(world: World, merchant: str, owner: str, source: str, amount: int) -> Entity:
    settlement = _record(world, merchant, owner, amount)
    bank, ref = money.bank_account(owner), settlement.id
    money.post(world, merchant, source=source, destination=bank, amount=amount, reason="settlement", ref=ref)
    emit(world, "settlement.processed", {"settlement": settlement}, account=owner)
    return settlement


def settle_linked(world: World, account: Entity) -> Entity | None:
    """Settle every processed transfer of the account that is not held; None when there is nothing."""
    due = "json_extract(body, '$.recipient') = ? AND json_extract(body, '$.settlement_status') = 'pending'"
    transfers = select(world.store, "transfer", due, account.id)
    amount = sum(transfer["amount"] - transfer["amount_reversed"] for transfer in transfers)
    if not amount:
        return None
    settlement = _pay_out(world, account.merchant, account.id, money.linked_account(account.id), amount)
    for transfer in transfers:
        transfer.body |= {"settlement_status": "settled", "recipient_settlement_id": settlement.id}
        world.save(transfer)
    return settlement


def settle_all_linked(world: World) -> list[Entity]:
    return [done for account in select(world.store, "account") if (done := settle_linked(world, account))]


def settle_merchant(world: World, merchant: str, amount: int | None = None) -> Entity:
    """Pay the merchant's own balance out, all of it unless an amount is given."""
    account = money.merchant_account(merchant)
    have = money.balance(world, account)
    wanted = have if amount is None else amount
    if not 0 < wanted <= have:
        raise ApiError(f"The balance is {have} paise: it cannot settle {wanted}.", field="amount")
    return _pay_out(world, merchant, merchant, account, wanted)
