"""Checking claims: the form here, the truth at the provider. Every check can be repeated and changes nothing then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from haat.verification import queries, rules
from haat.verification.models import Requirement, SellerEntity
from haat.verification.providers import Answer, provider
from haat.verification.rules import Outcome
from haat.verification.services import telling

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

WAITING = {SellerEntity.Status.SUBMITTED, SellerEntity.Status.CHECKING}
TERMS_VERSION = "2026-11"


def check(*, entity_id: UUID | str, kind: str, at: datetime) -> None:
    """Settle one requirement. Raises RetryLater when the provider is out: the entity stays in `checking`."""
    entity = _begin(entity_id)
    row = queries.requirement(entity=entity, kind=kind)
    if entity.status not in WAITING or row.status != Requirement.Status.PENDING:
        return
    outcome = rules.judge(entity, kind)
    if outcome.passed and (answer := _ask(entity, kind)):
        outcome = _weigh(kind, answer, outcome)
    record(entity_id=entity_id, kind=kind, outcome=outcome, at=at)


@transaction.atomic
def record(*, entity_id: UUID | str, kind: str, outcome: Outcome, at: datetime) -> None:
    """Write down what was found; after the last answer the entity waits for a verifier. A settled row stays."""
    entity = SellerEntity.objects.select_for_update().get(pk=entity_id)
    status = Requirement.Status.PASSED if outcome.passed else Requirement.Status.FAILED
    open_one = entity.requirements.filter(kind=kind, status=Requirement.Status.PENDING)
    if open_one.update(status=status, reason=outcome.reason, evidence=outcome.evidence, checked_at=at):
        states = {"before": {kind: Requirement.Status.PENDING}, "after": {kind: status}}
        telling.note("entity.requirement_checked", entity, **states, reason=outcome.reason)
    advance(entity)


def advance(entity: SellerEntity) -> None:
    """The status that follows from the requirements. The caller holds the entity's row."""
    open_rows = entity.requirements.filter(status=Requirement.Status.PENDING)
    if entity.status in WAITING and not open_rows.exists():
        move(entity, SellerEntity.Status.IN_REVIEW)


def move(entity: SellerEntity, status: str) -> None:
    before, entity.status = entity.status, status
    entity.save(update_fields=["status", "updated_at"])
    telling.note("entity.moved", entity, before={"status": before}, after={"status": status})
    telling.tell_brands(entity, telling.changed(entity))


def agreed(at: datetime) -> Outcome:
    return Outcome(evidence={"terms": TERMS_VERSION, "agreed_at": at.isoformat()})


@transaction.atomic
def _begin(entity_id: UUID | str) -> SellerEntity:
    entity = SellerEntity.objects.select_for_update().get(pk=entity_id)
    if entity.status == SellerEntity.Status.SUBMITTED:
        move(entity, SellerEntity.Status.CHECKING)
    return entity


def _ask(entity: SellerEntity, kind: str) -> Answer | None:
    """The provider's answer, or None for what no register knows."""
    if kind == Requirement.Kind.IDENTITY_PAN:
        return provider().pan(number=entity.pan, name=entity.legal_name)
    if kind == Requirement.Kind.GSTIN and entity.gstin:
        return provider().gstin(number=entity.gstin, name=entity.legal_name)
    if kind == Requirement.Kind.BANK_ACCOUNT:
        return provider().bank(account=entity.bank_account, ifsc=entity.ifsc, name=entity.account_holder)
    return None


def _weigh(kind: str, answer: Answer, before: Outcome) -> Outcome:
    """A register's answer in plain words. The number itself is not repeated in the evidence."""
    shown = {"register": answer.status, "name": answer.name}
    if "registration" in answer.details:
        shown["registration"] = str(answer.details["registration"] or "")
    evidence = before.evidence | shown
    what = _NAMES[kind]
    if answer.status == "invalid":
        return Outcome(_("The register does not know this %(what)s. Check every character.") % {"what": what}, evidence)
    if answer.status == "mismatch":
        sentence = _("This %(what)s is registered in another name: %(name)s. Give the name exactly as registered.")
        return Outcome(sentence % {"what": what, "name": answer.name}, evidence)
    if shown.get("registration", "active") != "active":
        return Outcome(_("This GSTIN is not active any more. Give one that is."), evidence)
    return Outcome(evidence=evidence)


_NAMES: dict[str, str] = {
    Requirement.Kind.IDENTITY_PAN: "PAN", Requirement.Kind.GSTIN: "GSTIN", Requirement.Kind.BANK_ACCOUNT: "bank account",
}  # fmt: skip
