"""Merchants and the webhooks they listen on."""

from typing import Any

from infra.razorpay_simulator import merchants, webhooks
from infra.razorpay_simulator.entities import select

from .base import Command, control


def create(command: Command) -> dict[str, Any]:
    command.take("name", "key_id", "key_secret", "webhook_url", "webhook_secret")
    merchant = merchants.ensure(
        command.world,
        name=command.text("name"),
        key_id=command.text("key_id"),
        key_secret=command.text("key_secret"),
    )
    shown: dict[str, Any] = {"id": merchant.id, "name": merchant.name, "key_id": merchant.key_id, "webhook": None}
    if command.text("webhook_url"):
        secret = command.text("webhook_secret")
        shown["webhook"] = webhooks.ensure(command.world, merchant.id, command.text("webhook_url"), secret).body
    return shown


def every(command: Command) -> dict[str, Any]:
    found = command.world.store.rows("SELECT id, name, key_id FROM merchants ORDER BY rowid")
    hooks = select(command.world.store, "webhook")
    mine = {row["id"]: [hook.body for hook in hooks if hook.merchant == row["id"]] for row in found}
    return {"merchants": [{**dict(row), "webhooks": mine[row["id"]]} for row in found]}


ROUTES = [control("POST", "/merchants", create), control("GET", "/merchants", every)]
