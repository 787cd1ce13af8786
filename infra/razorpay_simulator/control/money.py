"""Balances, top-ups, settlement runs, and the proof that no paisa is lost."""

from typing import Any

from infra.razorpay_simulator import merchants, money, settlements
from infra.razorpay_simulator.entities import select
from infra.razorpay_simulator.errors import ApiError
from infra.razorpay_simulator.invariant import prove

from .base import Command, control


def balances(command: Command) -> dict[str, Any]:
    world = command.world
    held = "json_extract(body, '$.recipient') = ? AND json_extract(body, '$.settlement_status') = 'on_hold'"
    linked = [
        {
            "id": account.id,
            "merchant": account.merchant,
            "balance": money.balance(world, money.linked_account(account.id)),
            "on_hold": sum(
                one["amount"] - one["amount_reversed"] for one in select(world.store, "transfer", held, account.id)
            ),
            "settled": money.balance(world, money.bank_account(account.id)),
        }
        for account in select(world.store, "account")
    ]
    own = [
        {
            "id": row["id"],
            "key_id": row["key_id"],
            "balance": money.balance(world, money.merchant_account(row["id"])),
            "settled": money.balance(world, money.bank_account(row["id"])),
        }
        for row in world.store.rows("SELECT * FROM merchants ORDER BY rowid")
    ]
    return {"merchants": own, "linked_accounts": linked}


def top_up(command: Command) -> dict[str, Any]:
    """Put money of the merchant's own on its balance, as direct transfers and late refunds may need."""
    command.take("key_id", "amount")
    merchant = merchants.only_or_named(command.world, command.text("key_id"))
    amount = int(command.number("amount", 0))
    if amount <= 0:
        raise ApiError("The amount must be a positive number of paise.", field="amount")
    account = money.merchant_account(merchant.id)
    post = {"source": money.TOPUPS, "destination": account, "reason": "top-up", "ref": merchant.id}
    money.post(command.world, merchant.id, amount=amount, **post)
    return {"id": merchant.id, "balance": money.balance(command.world, account)}


def settle(command: Command) -> dict[str, Any]:
    """{} settles every linked account; {account} one of them; {key_id, amount?} a merchant's own balance."""
    command.take("account", "key_id", "amount")
    world = command.world
    if "key_id" in command.body:
        merchant = merchants.by_key(world, command.text("key_id"))
        amount = int(command.number("amount", 0)) or None
        done = [settlements.settle_merchant(world, merchant.id, amount)]
    elif "account" in command.body:
        one = settlements.settle_linked(world, world.fetch("account", command.text("account")))
        done = [one] if one else []
    else:
        done = settlements.settle_all_linked(world)
    return {"settlements": [{**one.body, "account": one.parent} for one in done]}


def invariant(command: Command) -> dict[str, Any]:
    return prove(command.world)


ROUTES = [
    control("GET", "/balances", balances),
    control("POST", "/balances", top_up),
    control("POST", "/settlements", settle),
    control("GET", "/invariant", invariant),
]
