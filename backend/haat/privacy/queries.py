"""Reads of what people asked about themselves; always through the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.errors import NotFound
from haat.privacy.models import Erasure, ErasureProof, Export, Merge

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.identity.models import User

OPEN = [Erasure.Status.WAITING, Erasure.Status.BLOCKED, Erasure.Status.RUNNING]


def exports(*, user: User, brand_id: UUID | None) -> QuerySet[Export]:
    """The person's exports that were asked for here, newest first."""
    return Export.objects.filter(user=user, brand_id=brand_id).order_by("-asked_at")


def exports_of(user: User) -> list[Export]:
    return list(Export.objects.filter(user=user))


def export_here(*, user: User, brand_id: UUID | None, export_id: UUID) -> Export:
    """One of them. Another's, or another brand's, is not there. Raises NotFound."""
    found = exports(user=user, brand_id=brand_id).filter(pk=export_id).first()
    if found is None:
        raise NotFound("There is no such export.")
    return found


def export(export_id: UUID | str) -> Export | None:
    return Export.objects.select_related("user").filter(pk=export_id).first()


def open_erasure(*, user: User, brand_id: UUID | None) -> Erasure | None:
    rows = Erasure.objects.select_related("user").filter(user=user, brand_id=brand_id, status__in=OPEN)
    return rows.order_by("-asked_at").first()


def is_leaving(user: User) -> bool:
    """Whether the person asked to be forgotten, anywhere, and that has not ended."""
    return Erasure.objects.filter(user=user, status__in=OPEN).exists()


def erasure(erasure_id: UUID | str) -> Erasure:
    return Erasure.objects.select_related("user").get(pk=erasure_id)


def merge(merge_id: UUID | str) -> Merge:
    return Merge.objects.select_related("source", "target").get(pk=merge_id)


def merge_into(*, user: User, merge_id: UUID) -> Merge:
    """A merge into this person's account. Raises NotFound."""
    found = Merge.objects.select_related("source", "target").filter(pk=merge_id, target=user).first()
    if found is None:
        raise NotFound("There is no such merge.")
    return found


def proofs_of(*, person_hash: str) -> QuerySet[ErasureProof]:
    return ErasureProof.objects.filter(person_hash=person_hash).order_by("done_at")
