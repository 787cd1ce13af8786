"""Everything a verifier reads of an entity: claim beside evidence, what was decided before, where it sells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core import india
from haat.identity import queries as identity
from haat.verification import queries, words
from haat.verification.models import Requirement

if TYPE_CHECKING:
    from uuid import UUID

    from haat.verification.models import SellerEntity

K = Requirement.Kind


def of(entity_id: UUID, *, may_decide: bool) -> dict[str, Any]:
    """One entity for the platform's staff. Raises NotFound."""
    entity = queries.entity(entity_id)
    plain = (
        "id", "legal_name", "trade_name", "status", "holder_type", "pan_masked", "gst_status", "gstin", "state", "address",
        "city", "pin", "submitted_at", "owner",
    )  # fmt: skip
    bank = {"account_masked": entity.bank_account_masked, "ifsc": entity.ifsc, "holder": entity.account_holder}
    return {
        **{name: getattr(entity, name) for name in plain},
        "bank": bank,
        "next_try_at": queries.next_try(entity),
        "brands": [row.brand for row in entity.presences.select_related("brand").order_by("created_at")],
        "requirements": [_requirement(entity, row, may_decide=may_decide) for row in queries.requirements(entity)],
        "decisions": [
            {"at": row.at, "by": row.by_name or _person(row.by), "decision": row.decision, "reason": row.reason}
            for row in entity.decisions.order_by("-at", "-id")
        ],
        "actions": queries.decisions_open(entity) if may_decide else [],
    }


def _person(user_id: UUID | None) -> str:
    """Who it was, as they are called today: rows that are never changed keep the id alone."""
    return identity.contact_of(user_id).get("name", "") if user_id else ""


def _requirement(entity: SellerEntity, row: Requirement, *, may_decide: bool) -> dict[str, Any]:
    may_waive = may_decide and queries.may_be_waived(entity, row)
    return {
        "id": row.pk, "kind": row.kind, "title": words.title(row), "status": row.status, "claim": _claim(entity, row.kind),
        "evidence": row.evidence, "reason": row.reason, "waived_by": row.waived_by_name or _person(row.waived_by), "checked_at": row.checked_at,
        "actions": ["waive"] if may_waive else [],
    }  # fmt: skip


def _claim(entity: SellerEntity, kind: str) -> str:
    place = f"{entity.address}, {entity.city} {entity.pin}, {india.state_name(entity.state)}"
    claims: dict[str, str] = {
        K.IDENTITY_PAN: f"{entity.legal_name}, PAN {entity.pan_masked}",
        K.GSTIN: entity.gstin or entity.get_gst_status_display(),
        K.REGISTERED_ADDRESS: place,
        K.PICKUP_ADDRESS: place,
        K.BANK_ACCOUNT: f"{entity.account_holder}, {entity.bank_account_masked}, {entity.ifsc}",
        K.AGREEMENT: "Agreed to the seller terms",
    }
    return claims[kind]
