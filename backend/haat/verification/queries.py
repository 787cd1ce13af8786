"""Reads of seller entities: only ever called outside a brand, whose role cannot see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from haat.core.errors import NotFound
from haat.core.models import Job
from haat.verification import words
from haat.verification.claims import pan_indexes
from haat.verification.models import Requirement, SellerEntity
from haat.verification.types import AccountDetails, BankAccount, EntityForm, EntitySnapshot, RequirementLine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.identity.models import User

NEEDED = {
    "legal_name": "Legal name", "pan": "PAN", "gstin": "GSTIN", "address": "Address", "city": "City", "pin": "PIN code",
    "state": "State", "account_holder": "Account holder", "bank_account": "Bank account number", "ifsc": "IFSC",
}  # fmt: skip
S = SellerEntity.Status
DECISIONS: dict[str, list[str]] = {
    S.IN_REVIEW: [S.VERIFIED, S.NEEDS_CHANGES, S.REJECTED],
    S.VERIFIED: [S.SUSPENDED],
    S.SUSPENDED: [S.VERIFIED],
}


def entity(entity_id: UUID | str) -> SellerEntity:
    """Raises NotFound."""
    found = SellerEntity.objects.select_related("owner").filter(pk=entity_id).first()
    if found is None:
        raise NotFound("There is no such seller entity.")
    return found


def entity_of_owner(owner: User) -> SellerEntity | None:
    """The person's own entity that was not rejected, the newest first."""
    rows = SellerEntity.objects.filter(owner=owner).exclude(status=SellerEntity.Status.REJECTED)
    return rows.order_by("-created_at").first()


def entities(*, status: str = "", q: str = "") -> QuerySet[SellerEntity]:
    """The verifier's queue: what was submitted, longest waiting first; `q` is a name, a GSTIN or a whole PAN."""
    settled = Q(requirements__status__in=[Requirement.Status.PASSED, Requirement.Status.WAIVED])
    rows = SellerEntity.objects.exclude(status=SellerEntity.Status.DRAFT).annotate(
        requirements_total=Count("requirements", distinct=True),
        requirements_passed=Count("requirements", filter=settled, distinct=True),
    )
    if status:
        rows = rows.filter(status=status)
    if q:
        rows = rows.filter(
            Q(legal_name__icontains=q)
            | Q(trade_name__icontains=q)
            | Q(gstin__iexact=q)
            | Q(pan_index__in=pan_indexes(q))
        )
    return rows.prefetch_related("presences__brand").order_by("submitted_at", "pk")


def waiting_count() -> int:
    """How many entities wait for a verifier."""
    return SellerEntity.objects.filter(status=SellerEntity.Status.IN_REVIEW).count()


def requirements(entity: SellerEntity) -> list[Requirement]:
    """In the order in which people are asked for them."""
    order = list(Requirement.Kind.values)
    return sorted(entity.requirements.all(), key=lambda row: order.index(row.kind))


def requirement(*, entity: SellerEntity, kind: str) -> Requirement:
    return entity.requirements.get(kind=kind)


def requirement_of(*, entity_id: UUID, requirement_id: UUID | str) -> Requirement:
    """Raises NotFound."""
    found = Requirement.objects.select_related("entity").filter(pk=requirement_id, entity_id=entity_id).first()
    if found is None:
        raise NotFound("This entity has no such requirement.")
    return found


def missing(entity: SellerEntity) -> dict[str, str]:
    """Claims without which an entity cannot be submitted: field → what people call it."""
    free = {"gstin"} if entity.gst_status == SellerEntity.GstStatus.UNREGISTERED else set()
    return {name: label for name, label in NEEDED.items() if name not in free and not getattr(entity, name)}


def decisions_open(entity: SellerEntity) -> list[str]:
    """What a verifier may decide now."""
    return DECISIONS.get(entity.status, [])


def may_be_waived(entity: SellerEntity, row: Requirement) -> bool:
    return entity.status in {S.CHECKING, S.IN_REVIEW} and not row.is_settled


def next_try(entity: SellerEntity) -> datetime | None:
    """When the next check of an entity is due, while one waits."""
    keys = [f"{entity.pk}:{kind}" for kind in Requirement.Kind.values]
    rows = Job.objects.filter(name="verification.check", unique_key__in=keys, done_at=None, failed_at=None)
    return rows.order_by("available_at").values_list("available_at", flat=True).first()


def requirement_lines(entity: SellerEntity) -> list[RequirementLine]:
    """The requirements of an entity in plain words."""
    return [
        RequirementLine(
            id=row.pk, kind=row.kind, title=words.title(row), why=words.why(row), status=row.status, reason=row.reason,
            next=words.next_step(row, entity), checked_at=row.checked_at,
        )
        for row in requirements(entity)
    ]  # fmt: skip


def form(entity_id: UUID | str) -> EntityForm:
    """The entity as its owner fills it in. Raises NotFound."""
    row = entity(entity_id)
    plain = ("legal_name", "gst_status", "gstin", "state", "address", "city", "pin", "ifsc", "account_holder")
    secret = {"pan": row.pan_masked, "bank_account_masked": row.bank_account_masked}
    return EntityForm(
        status=row.status, reason=row.decision_reason, submitted_at=row.submitted_at, next_try_at=next_try(row),
        claims={name: getattr(row, name) for name in plain} | secret, missing=missing(row), is_editable=row.is_editable,
        requirements=requirement_lines(row),
    )  # fmt: skip


def snapshot(entity_id: UUID | str) -> EntitySnapshot:
    """What a brand may keep of an entity. Raises NotFound."""
    row = entity(entity_id)
    return EntitySnapshot(
        entity_id=str(row.pk), status=row.status, legal_name=row.legal_name, holder_type=row.holder_type,
        pan_last4=row.pan_last4, gst_status=row.gst_status, gstin=row.gstin, state=row.state, address=row.address,
        city=row.city, pin=row.pin, reason=row.decision_reason,
    )  # fmt: skip


def account_details(entity_id: UUID | str) -> AccountDetails:
    """What the payment provider must know to open an account, in clear. Never shown, logged or stored."""
    row = entity(entity_id)
    return AccountDetails(
        legal_name=row.legal_name, trade_name=row.trade_name, holder_type=row.holder_type, pan=row.pan, gstin=row.gstin,
        address=row.address, city=row.city, state=row.state, pin=row.pin, bank_account=row.bank_account, ifsc=row.ifsc,
        account_holder=row.account_holder, person=row.owner.name, email=row.owner.email or "", phone=row.owner.phone or "",
    )  # fmt: skip


def bank_accounts(entity_ids: Iterable[UUID]) -> dict[UUID, BankAccount]:
    """Accounts to which money may be sent: of verified entities whose account was checked, or vouched for."""
    rows = SellerEntity.objects.filter(pk__in=list(entity_ids), status=S.VERIFIED).exclude(bank_index="")
    settled = Requirement.objects.filter(
        entity__in=rows,
        kind=Requirement.Kind.BANK_ACCOUNT,
        status__in=[Requirement.Status.PASSED, Requirement.Status.WAIVED],
    ).values("entity")
    return {
        row.pk: BankAccount(row.account_holder or row.legal_name, row.bank_account, row.ifsc)
        for row in rows.filter(pk__in=settled)
    }
