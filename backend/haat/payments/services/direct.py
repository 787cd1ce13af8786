"""Transfers from the brand's balance to a seller's account, without a payment behind them. Only where the provider allows it."""

from __future__ import annotations

from dataclasses import dataclass

from haat.payments import gateway


@dataclass(frozen=True, slots=True)
class Moved:
    """What the provider says of a transfer. `state` is done, refused, or open: ask again."""

    state: str
    provider_id: str = ""
    fee_minor: int = 0
    fee_tax_minor: int = 0
    failure: str = ""


def transfer_directly(*, account: str, amount_minor: int, currency: str, key: str, number: str) -> Moved:
    """Once a key, as often as it is asked: the provider's idempotency header makes it one. Raises GatewayUnknown."""
    body = {
        "account": account,
        "amount": amount_minor,
        "currency": currency,
        "notes": {"reference": key, "number": number},
    }
    headers = {"X-Transfer-Idempotency": key}
    try:
        made = gateway.client().call(lambda sdk: sdk.transfer.create(dict(body), headers=headers))
        if made.get("status") in {"created", "pending"}:  # the key answers what was true then: ask what is true now
            made = gateway.client().call(lambda sdk: sdk.transfer.fetch(made["id"]))
    except gateway.GatewayRefused as error:
        return Moved("refused", failure=error.description[:200])
    state = {"processed": "done", "failed": "refused", "reversed": "refused"}.get(str(made.get("status")), "open")
    said = str((made.get("error") or {}).get("description") or "")[:200]
    return Moved(state, made["id"], made.get("fees") or 0, made.get("tax") or 0, said)
