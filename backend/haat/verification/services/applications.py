"""An entity tells who it is: start, fill in as papers come to hand, submit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from haat.core import jobs
from haat.core.errors import DomainError, InvalidInput, NotNow
from haat.verification import claims, queries, rules
from haat.verification.models import MASK, Requirement, SellerEntity
from haat.verification.services import checks, telling
from haat.verification.types import BankAccountChanged

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from haat.identity.models import User

BANK = {"bank_account", "ifsc", "account_holder"}
MASKED = {"pan", "bank_account"}
DERIVED = ["pan_index", "pan_last4", "holder_type", "bank_index", "bank_last4", "updated_at"]
RECHECK = {
    Requirement.Kind.IDENTITY_PAN: {"pan", "legal_name"},
    Requirement.Kind.GSTIN: {"gstin", "gst_status", "pan", "state", "legal_name"},
    Requirement.Kind.REGISTERED_ADDRESS: {"address", "city", "state", "pin"},
    Requirement.Kind.PICKUP_ADDRESS: {"address", "city", "state", "pin"},
    Requirement.Kind.BANK_ACCOUNT: {*BANK, "legal_name"},
}  # which requirement a changed claim opens again


class BankChangeRefused(DomainError):
    code = "bank_change_needs_support"


class PanTaken(DomainError):
    code = "pan_taken"


@transaction.atomic
def start(*, owner: User, trade_name: str) -> SellerEntity:
    """The person's entity: the one they have on any brand, or a new draft. It is verified once for all of them."""
    entity = queries.entity_of_owner(owner)
    if entity is not None:
        return entity
    entity, is_new = SellerEntity.objects.get_or_create(
        owner=owner, status=SellerEntity.Status.DRAFT, defaults={"trade_name": trade_name}
    )
    if is_new:
        Requirement.objects.bulk_create(Requirement(entity=entity, kind=kind) for kind in Requirement.Kind.values)
    return entity


@transaction.atomic
def update(*, entity: SellerEntity, changes: Mapping[str, str]) -> SellerEntity:
    """Save claims as they come; requirements that hang on a changed one are open again.

    A masked value that comes back means "as it was". Raises InvalidInput for bad form, NotNow while the entity is
    being checked or after it was decided, BankChangeRefused for bank details of a verified one.
    """
    entity = SellerEntity.objects.select_for_update().get(pk=entity.pk)
    bank_before = entity.bank_index
    new = {name: value for name, value in changes.items() if not (name in MASKED and value.startswith(MASK))}
    changed = claims.write(entity, new)
    if not changed:
        return entity
    if not entity.is_editable:
        raise _not_editable(entity, changed)
    wrong = {name: [problem] for name in changed if (problem := rules.form_problem(name, getattr(entity, name)))}
    if wrong:
        raise InvalidInput(next(iter(wrong.values()))[0], details=wrong)
    entity.save(update_fields=[*changed, *DERIVED])
    if bank_before and entity.bank_index != bank_before:
        telling.tell_brands(entity, BankAccountChanged(entity_id=str(entity.pk)))
    telling.note("entity.claims_changed", entity, after={"fields": sorted(changed)})  # which, never what: papers
    reopened = [kind for kind, names in RECHECK.items() if names & changed]
    entity.requirements.filter(kind__in=reopened).update(
        status=Requirement.Status.PENDING, reason="", evidence={}, waived_by=None, waived_by_name="", checked_at=None
    )
    return entity


@transaction.atomic
def submit(*, entity: SellerEntity, agreed: bool, at: datetime) -> SellerEntity:
    """Send the claims to be checked. Raises NotNow, InvalidInput with all that is missing, PanTaken."""
    entity = SellerEntity.objects.select_for_update().get(pk=entity.pk)
    if not entity.is_editable:
        raise _not_editable(entity, set())
    _refuse_gaps(entity, agreed=agreed)
    before, entity.status, entity.submitted_at = entity.status, SellerEntity.Status.SUBMITTED, at
    try:
        with transaction.atomic():
            entity.save(update_fields=["status", "submitted_at", "updated_at"])
    except IntegrityError:
        sentence = "A seller with this PAN exists already. Ask its owner to invite you, or write to support."
        raise PanTaken(sentence, details={"pan": [sentence]}) from None
    entity.requirements.filter(status=Requirement.Status.FAILED).update(status=Requirement.Status.PENDING, reason="")
    checks.record(entity_id=entity.pk, kind=Requirement.Kind.AGREEMENT, outcome=checks.agreed(at), at=at)
    for kind in entity.requirements.filter(status=Requirement.Status.PENDING).values_list("kind", flat=True):
        jobs.enqueue("verification.check", entity_id=entity.pk, kind=kind, unique_key=f"{entity.pk}:{kind}")
    telling.tell_brands(entity, telling.changed(entity))
    telling.note("entity.submitted", entity, before={"status": before}, after={"status": entity.status})
    entity.refresh_from_db()
    return entity


def _refuse_gaps(entity: SellerEntity, *, agreed: bool) -> None:
    gaps = {name: [f"{label} is missing."] for name, label in queries.missing(entity).items()}
    if entity.gstin and entity.gst_status == SellerEntity.GstStatus.UNREGISTERED:
        gaps["gstin"] = ["You say that you are not registered for GST. Remove the GSTIN, or change that."]
    if not agreed:
        gaps["agreed"] = ["Agree to the seller terms."]
    if gaps:
        words = " ".join(sentences[0] for sentences in gaps.values())
        raise InvalidInput(f"The application is not complete. {words}", details=gaps)


def _not_editable(entity: SellerEntity, changed: set[str]) -> DomainError:
    if entity.status == SellerEntity.Status.VERIFIED and changed & BANK:
        return BankChangeRefused(
            "Your bank account is verified. To change it write to support: two people look at each change, so that "
            "nobody else can send your money elsewhere."
        )
    sentences = {
        SellerEntity.Status.VERIFIED: "Your details are verified. Write to support to change them.",
        SellerEntity.Status.REJECTED: "This application was declined and cannot be changed.",
        SellerEntity.Status.SUSPENDED: "This seller is suspended. Write to support.",
    }
    waiting = "Your details are being checked. You can change them when the result is there."
    return NotNow(sentences.get(SellerEntity.Status(entity.status), waiting))
