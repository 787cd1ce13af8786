"""The brand publishes, hides and brings back, one by one or many at once; each with its own outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from haat.audit import services as audit
from haat.core import events
from haat.core.errors import DomainError, InvalidInput, NotFound, NotNow
from haat.reviews.models import Reply, Report, Review
from haat.reviews.services.ratings import refresh
from haat.reviews.types import ReviewHidden, ReviewPublished

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

DECISIONS_MAX = 100
VERBS = ("publish", "hide", "hide_reply", "restore_reply")
S = Review.Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row; `sentence` says why it was refused."""

    id: UUID
    is_done: bool
    sentence: str = ""
    code: str = ""


def decide(*, verb: str, ids: Sequence[UUID], at: datetime, reason_code: str = "", reason: str = "") -> list[Outcome]:
    """Each review stands for itself. Raises InvalidInput when hiding without a reason."""
    if verb.startswith("hide") and not reason.strip():
        raise InvalidInput("Say why it is hidden.", details={"reason": ["The author reads it."]})
    return [_row(verb, pk, reason_code, reason.strip(), at) for pk in list(dict.fromkeys(ids))[:DECISIONS_MAX]]


def _row(verb: str, pk: UUID, reason_code: str, reason: str, at: datetime) -> Outcome:
    try:
        with transaction.atomic():
            row = Review.objects.select_for_update().filter(pk=pk).first()
            if row is None or row.status == S.WITHDRAWN:
                raise NotFound("There is no such review, or its author took it back.")
            if verb == "publish":
                _publish(row, at)
            elif verb == "hide":
                _hide(row, reason_code, reason, at)
            else:
                _turn_reply(row, reason if verb == "hide_reply" else "", at)
            refresh(row.product_id)
    except DomainError as refusal:
        return Outcome(pk, is_done=False, sentence=refusal.message, code=refusal.code)
    return Outcome(pk, is_done=True)


def _publish(row: Review, at: datetime) -> None:
    """Show it, or keep it shown: either way what was reported is looked at."""
    before, is_first = row.status, row.published_at is None
    if before == S.PUBLISHED and not row.open_reports:
        raise NotNow("It is shown already.")
    row.status, row.reason, row.reason_code, row.flags = S.PUBLISHED, "", "", []
    row.published_at = row.published_at or at
    _settle(row, at)
    action = {"hidden": "review.restored", "pending": "review.published"}.get(before, "review.kept")
    audit.record(action, row, before={"status": before}, after={"status": row.status})
    if is_first:
        events.publish(ReviewPublished(review_id=str(row.pk)))


def _hide(row: Review, reason_code: str, reason: str, at: datetime) -> None:
    if row.status == S.HIDDEN:
        raise NotNow("It is hidden already.")
    before = row.status
    row.status, row.reason, row.reason_code = S.HIDDEN, reason, reason_code
    _settle(row, at)
    audit.record("review.hidden", row, before={"status": before}, after={"status": row.status}, reason=reason)
    events.publish(ReviewHidden(review_id=str(row.pk)))


def _settle(row: Review, at: datetime) -> None:
    Report.objects.filter(review=row, settled_at=None).update(settled_at=at)
    row.open_reports = 0
    row.save()


def _turn_reply(row: Review, reason: str, at: datetime) -> None:
    reply = Reply.objects.select_for_update().filter(review=row).first()
    if reply is None or (reply.hidden_at is not None) == bool(reason):
        raise NotNow("Its answer is so already, or there is none.")
    reply.hidden_at, reply.hidden_reason = (at, reason) if reason else (None, "")
    reply.save(update_fields=["hidden_at", "hidden_reason", "updated_at"])
    audit.record("review.answer_hidden" if reason else "review.answer_restored", row, reason=reason)
