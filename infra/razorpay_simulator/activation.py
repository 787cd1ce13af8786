"""Whether a linked account may be paid: what is still required, the review, the penny test."""

from typing import Any

from . import account_rules, jobs, magic
from .entities import Entity, children
from .errors import ApiError
from .events import emit
from .world import World

SETTLEMENT_FIELDS = ("account_number", "ifsc_code", "beneficiary_name")
STATUSES = ("needs_clarification", "under_review", "activated", "suspended")


def requirement(product: Entity, field: str, reason: str = "field_missing") -> dict[str, Any]:
    at = f"/accounts/{product.parent}"
    if field.startswith("kyc."):
        at += "/stakeholders"
    elif not field.startswith("legal_info."):
        at += f"/products/{product.id}"
    return {"field_reference": field, "resolution_url": at, "reason_code": reason, "status": "required"}


def missing(world: World, product: Entity) -> list[str]:
    """Fields nobody has given yet: bank account always, the rest by business type."""
    account = world.fetch("account", str(product.parent))
    settlements = product["active_configuration"]["settlements"]
    fields = [f"settlements.{name}" for name in SETTLEMENT_FIELDS if not settlements.get(name)]
    legal, kind = account["legal_info"], account["business_type"]
    if kind in account_rules.COMPANIES:
        fields += [f"legal_info.{name}" for name in ("pan", "gst") if not legal.get(name)]
    else:
        people = children(world.store, account.id, "stakeholder")
        has_pan = legal.get("pan") or any((person.body.get("kyc") or {}).get("pan") for person in people)
        fields += [] if has_pan else ["kyc.pan"]
    return fields


def assess(world: World, product: Entity) -> None:
    """After each change of the product: ask for what is missing, or start the review."""
    fields = missing(world, product)
    product["requirements"] = [requirement(product, field) for field in fields]
    if fields:
        product["activation_status"] = "needs_clarification"
    elif product["activation_status"] != "activated":
        product["activation_status"] = "under_review"
        announce(world, product)
        jobs.schedule(world, "product.review", product.id)
    world.save(product)


def review(world: World, product_id: str) -> None:
    """The outcome the control plane chose for the account, else what its bank account number says."""
    product = world.fetch("product", product_id)
    if product["activation_status"] != "under_review":
        return
    settlements = product["active_configuration"]["settlements"]
    chosen = world.fetch("account", str(product.parent)).private.get("review")
    bank = magic.bank(str(settlements["account_number"]), str(settlements["ifsc_code"]))
    outcome = chosen or {"valid": "activated", "slow": "under_review", "outage": "under_review"}.get(bank, bank)
    if outcome != "under_review":
        conclude(world, product, outcome)


def conclude(world: World, product: Entity, outcome: str, requirements: list[dict[str, Any]] | None = None) -> None:
    """outcome: activated, suspended, needs_clarification, or a failed penny test's invalid or mismatch."""
    if outcome in ("invalid", "mismatch"):
        field = "account_number" if outcome == "invalid" else "beneficiary_name"
        requirements = [requirement(product, f"settlements.{field}", "needs_clarification")]
        outcome = "needs_clarification"
    if outcome not in STATUSES:
        raise ApiError(f"Unknown outcome {outcome!r}: one of {', '.join(STATUSES)}, invalid, mismatch.")
    product["activation_status"] = outcome
    product["requirements"] = requirements or []
    account = world.fetch("account", str(product.parent))
    account.private["activated"] = outcome == "activated"
    account["status"] = "suspended" if outcome == "suspended" else "created"
    world.save(product, account)
    announce(world, product)


def announce(world: World, product: Entity) -> None:
    """product.route.* carries a small entity of its own, and `data` that is `[]` when empty."""
    if product["activation_status"] == "suspended":
        return
    shown = {"id": product.id, "merchant_id": product.parent, "activation_status": product["activation_status"]}
    entity = Entity(product.id, "merchant_product", product.merchant, shown)
    requirements = product["requirements"]
    extra = {"data": {"requirements": requirements} if requirements else []}
    name = f"product.route.{product['activation_status']}"
    emit(world, name, {"merchant_product": entity}, account=str(product.parent), extra=extra)
