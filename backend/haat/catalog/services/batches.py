"""Many decisions at once, each for itself; and taking them back for a while, exactly, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.dateparse import parse_datetime

from haat.audit import services as audit
from haat.catalog.models import Decision, Product, ProductChange
from haat.catalog.queries import states
from haat.catalog.services import applying, review
from haat.catalog.services.announce import product_changed
from haat.catalog.services.decisions import publish_product, reject_product
from haat.catalog.services.missing import refresh_missing
from haat.catalog.services.reasons import reason_of
from haat.core.errors import DomainError, NotFound, NotNow
from haat.core.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DECISIONS_MAX = 100
UNDO = timedelta(minutes=10)
Verb = Decision.Verb
STATUS = ("status", "rejection_reason", "published_at", "archived_at")


@dataclass(frozen=True, slots=True)
class Wish:
    """What staff want of one row: of a product, or of a change by its own id."""

    verb: str
    id: UUID
    reason_code: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row; `sentence` says why it was refused."""

    id: UUID
    title: str
    is_done: bool
    sentence: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    id: UUID
    undo_until: datetime
    outcomes: Sequence[Outcome]


def decide(*, wishes: Sequence[Wish], user_id: UUID | None, at: datetime) -> Batch:
    """Each decision stands for itself: what is refused is told and the others are done."""
    batch = new_id()
    return Batch(batch, at + UNDO, [_row(wish, batch, user_id, at) for wish in wishes[:DECISIONS_MAX]])


def _row(wish: Wish, batch: UUID, user_id: UUID | None, at: datetime) -> Outcome:
    title = ""
    try:
        with transaction.atomic():
            change = _change(wish.id) if "change" in wish.verb else None
            product = change.product if change else _product(wish.id)
            title = product.title
            before = _state(product, change)
            _act(wish, product, change, at)
            Decision.objects.create(
                batch=batch, verb=wish.verb, product=product, change=change, before=before,
                after=_state(product, change), user_id=user_id, decided_at=at,
            )  # fmt: skip
    except DomainError as refusal:
        return Outcome(wish.id, title, is_done=False, sentence=refusal.message, code=refusal.code)
    return Outcome(wish.id, title, is_done=True)


def _act(wish: Wish, product: Product, change: ProductChange | None, at: datetime) -> None:
    if change is None and wish.verb == Verb.PUBLISH:
        publish_product(product=product, at=at)
    elif change is None:
        reject_product(product=product, reason=reason_of(wish.reason_code, wish.reason))
    elif wish.verb == Verb.APPROVE_CHANGE:
        review.approve_change(change=change, at=at)
    else:
        reason = reason_of(wish.reason_code, wish.reason)
        review.reject_change(change=change, reason_code=wish.reason_code, reason=reason, at=at)


def undo(*, batch: UUID, user_id: UUID | None, at: datetime) -> Batch:
    """Take back what one's own batch did, newest first. A row that was touched since is left alone and told.

    Raises NotFound for another's batch, NotNow when the time is over.
    """
    rows = Decision.objects.filter(batch=batch, user_id=user_id, undone_at=None).order_by("-id")
    decisions = list(rows.select_related("product", "change"))
    if not decisions:
        raise NotFound("There is nothing to take back.")
    if at > decisions[0].decided_at + UNDO:
        raise NotNow(f"Decisions can be taken back for {UNDO.seconds // 60} minutes; this was longer ago.")
    return Batch(batch, at, [_undo(decision, at) for decision in decisions])


def _undo(decision: Decision, at: datetime) -> Outcome:
    product_id, title = decision.product_id, decision.product.title
    target = decision.change_id or product_id
    try:
        with transaction.atomic():
            product = Product.objects.select_for_update(of=("self",)).select_related("category").get(pk=product_id)
            change = decision.change and ProductChange.objects.select_for_update().get(pk=decision.change.pk)
            if _comparable(_state(product, change)) != _comparable(decision.after):
                raise NotNow(f"“{title}” was changed after the decision; it is left as it is.")
            _check_free(product, change)
            UNDOERS[decision.verb](decision, product, change)
            decision.undone_at = at
            decision.save(update_fields=["undone_at", "updated_at"])
            audit.record("product.decision_undone", product, after={"verb": decision.verb})
            product_changed(product)
    except DomainError as refusal:
        return Outcome(target, title, is_done=False, sentence=refusal.message, code=refusal.code)
    return Outcome(target, title, is_done=True)


def _check_free(product: Product, change: ProductChange | None) -> None:
    others = ProductChange.objects.filter(product=product, status=ProductChange.Status.PENDING)
    if change is not None and others.exclude(pk=change.pk).exists():
        raise NotNow(f"The seller has sent another edit of “{product.title}” by now.")


def _undo_status(decision: Decision, product: Product, _change: ProductChange | None) -> None:
    before = decision.before
    product.status, product.rejection_reason = before["status"], before["rejection_reason"]
    product.published_at, product.archived_at = _moment(before["published_at"]), _moment(before["archived_at"])
    product.save(update_fields=[*STATUS, "updated_at"])


def _undo_change(decision: Decision, product: Product, change: ProductChange | None) -> None:
    if change is None:
        raise NotFound("There is no such change.")
    if decision.verb == Verb.APPROVE_CHANGE:
        applying.put(product, change.before, at=decision.decided_at)
        refresh_missing(product)
    change.status, change.decided_at, change.reason, change.reason_code = ProductChange.Status.PENDING, None, "", ""
    change.save(update_fields=["status", "decided_at", "reason", "reason_code", "updated_at"])


UNDOERS: dict[str, Callable[[Decision, Product, ProductChange | None], None]] = {
    Verb.PUBLISH: _undo_status, Verb.REJECT: _undo_status,
    Verb.APPROVE_CHANGE: _undo_change, Verb.REJECT_CHANGE: _undo_change,
}  # fmt: skip


def _state(product: Product, change: ProductChange | None) -> dict[str, Any]:
    """What a decision may touch, and what must be the same when it is taken back."""
    product = Product.objects.select_related("category").get(pk=product.pk)
    own: dict[str, Any] = {name: getattr(product, name) for name in STATUS}
    for name in ("published_at", "archived_at"):
        own[name] = own[name] and own[name].isoformat()
    own["content"] = states.state_of(product)
    if change is not None:
        own["change"] = ProductChange.objects.values_list("status", flat=True).get(pk=change.pk)
    return own


def _comparable(state: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in state.items() if name != "published_at"}


def _moment(text: str | None) -> datetime | None:
    return parse_datetime(text) if text else None


def _product(pk: UUID) -> Product:
    found = Product.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such product.")
    return found


def _change(pk: UUID) -> ProductChange:
    found = ProductChange.objects.select_related("product").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such change.")
    return found
