"""Which role may do what, as data. Portals show it, role APIs enforce it."""

from __future__ import annotations

SELLER = {
    "owner": "products.edit offers.edit stock.edit orders.read orders.fulfil disputes.answer reviews.answer payouts.read promotions.edit application.edit shop.edit staff.edit",
    "catalogue": "products.edit offers.edit stock.edit promotions.edit reviews.answer",
    "fulfilment": "orders.read orders.fulfil disputes.answer stock.edit reviews.answer",
    "finance": "orders.read disputes.answer payouts.read",
}
BRAND = {
    "owner": "orders.read orders.cancel documents.read disputes.read disputes.edit returns.decide refunds.pay sellers.read sellers.decide products.read products.decide reviews.moderate commission.read commission.edit promotions.read promotions.edit giftcards.read giftcards.issue ledger.read recon.read recon.edit reports.read tax.deposit payouts.read payouts.run payouts.adjust audit.read settings.edit signin.edit staff.edit support.view_as",
    "operations": "orders.read orders.cancel documents.read disputes.read disputes.edit returns.decide sellers.read sellers.decide products.read products.decide reviews.moderate promotions.read promotions.edit",
    "catalogue": "products.read products.decide reviews.moderate sellers.read",
    "finance": "orders.read documents.read disputes.read disputes.edit refunds.pay commission.read commission.edit promotions.read giftcards.read giftcards.issue ledger.read recon.read recon.edit reports.read tax.deposit payouts.read payouts.run payouts.adjust audit.read",
    "support": "orders.read orders.cancel documents.read disputes.read returns.decide sellers.read products.read reviews.moderate promotions.read giftcards.read support.view_as",
}
PLATFORM = {
    "owner": "brands.read brands.edit entities.read entities.decide ledger.read audit.read people.reset staff.edit support.view_as",
    "verifier": "entities.read entities.decide",
    "finance": "brands.read ledger.read audit.read",
    "support": "brands.read entities.read support.view_as",
}
TABLE: dict[str, dict[str, frozenset[str]]] = {
    scope: {role: frozenset(names.split()) for role, names in roles.items()}
    for scope, roles in {"seller": SELLER, "brand": BRAND, "platform": PLATFORM}.items()
}


def permissions_of(scope: str, role: str) -> frozenset[str]:
    """An unknown role has no right."""
    return TABLE.get(scope, {}).get(role, frozenset())


def may_grant(own: frozenset[str], scope: str, role: str) -> bool:
    """Only who looks after the team gives roles, and nobody gives more than they have."""
    return "staff.edit" in own and role in TABLE.get(scope, {}) and TABLE[scope][role] <= own
