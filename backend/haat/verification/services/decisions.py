"""A verifier decides, with a reason, and never about an entity of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from haat.core import context
from haat.core.errors import InvalidInput, NotAllowed, NotNow
from haat.verification import queries
from haat.verification.models import Decision, Requirement, SellerEntity
from haat.verification.services import checks, telling
from haat.verification.types import EntityDecided

if TYPE_CHECKING:
    from datetime import datetime

VERIFIED = SellerEntity.Status.VERIFIED


@transaction.atomic
def decide(*, entity: SellerEntity, decision: str, reason: str, at: datetime) -> SellerEntity:
    """Verify, ask for changes, reject, suspend or reinstate. Every brand of the entity hears of it.

    Raises NotNow for a decision that this state does not know or while a requirement is open, InvalidInput
    without the reason that everything but a yes needs, NotAllowed for one's own entity.
    """
    entity = _locked(entity)
    if decision not in queries.decisions_open(entity):
        raise NotNow(f"{entity} is {_words(entity.status)}; it cannot become {_words(decision)} now.")
    _require_reason(reason, needed=decision != VERIFIED)
    if decision == VERIFIED:
        _refuse_open_requirements(entity)
    before, actor = entity.status, context.current().actor
    entity.status, entity.decided_at, entity.decision_reason = decision, at, reason
    entity.decided_by = _uuid(actor.user_id)
    entity.save(update_fields=["status", "decided_at", "decided_by", "decision_reason", "updated_at"])
    Decision.objects.create(
        entity=entity,
        decision=decision,
        reason=reason,
        by=entity.decided_by,
        by_name="" if entity.decided_by else actor.name,
        at=at,
    )
    fact = EntityDecided(entity_id=str(entity.pk), decision=decision, reason=reason)
    telling.tell_brands(entity, telling.changed(entity), fact)
    telling.note(f"entity.{decision}", entity, before={"status": before}, after={"status": decision}, reason=reason)
    return entity


@transaction.atomic
def waive(*, requirement: Requirement, reason: str, at: datetime) -> Requirement:
    """Let a requirement go, with a name and a reason on it. Raises NotNow, InvalidInput, NotAllowed."""
    entity = _locked(requirement.entity)
    row = Requirement.objects.select_for_update().get(pk=requirement.pk)
    if not queries.may_be_waived(entity, row):
        raise NotNow("Only an open or failed requirement of an entity under review can be waived.")
    _require_reason(reason, needed=True)
    actor, before = context.current().actor, row.status
    row.status, row.reason, row.checked_at = Requirement.Status.WAIVED, reason, at
    row.waived_by = _uuid(actor.user_id)
    row.waived_by_name = "" if row.waived_by else actor.name
    row.save(update_fields=["status", "reason", "checked_at", "waived_by", "waived_by_name", "updated_at"])
    telling.note(
        "entity.requirement_waived", entity, before={row.kind: before}, after={row.kind: row.status}, reason=reason
    )
    checks.advance(entity)
    return row


def _locked(entity: SellerEntity) -> SellerEntity:
    row = SellerEntity.objects.select_for_update().get(pk=entity.pk)
    if str(row.owner_id) == context.current().actor.user_id:
        raise NotAllowed("This is your own application. A colleague has to decide about it.")
    return row


def _require_reason(reason: str, *, needed: bool) -> None:
    if needed and not reason.strip():
        sentence = "Give a reason: the seller reads it and has to know what to do."
        raise InvalidInput(sentence, details={"reason": [sentence]})


def _refuse_open_requirements(entity: SellerEntity) -> None:
    for row in entity.requirements.order_by("created_at"):
        if not row.is_settled:
            raise NotNow(
                f"“{row.get_kind_display()}” is {row.status}: {row.reason or 'no answer yet'} Waive it, or ask for changes."
            )


def _words(status: str) -> str:
    return status.replace("_", " ")


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None
