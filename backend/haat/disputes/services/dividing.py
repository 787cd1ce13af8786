"""Which seller orders a dispute falls on: in proportion to what was paid for them, or the ones that staff name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import InvalidInput, NotNow
from haat.core.money import spread
from haat.disputes import queries
from haat.disputes.models import Answer, Case
from haat.orders import queries as orders
from haat.payments import services as payment_services
from haat.payments.types import Slice
from haat.payouts import services as payouts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.orders.models import SellerOrder
    from haat.payments.models import DisputeShare

REASON = "A customer's bank disputes the payment of this order."


def first(case: Case, *, at: datetime) -> None:
    """As it comes: every part that was not called off, in proportion to what the payment paid of it."""
    paid = [part for part in _parts(case) if part.paid_minor]
    parts = [part for part in paid if part.ended_at is None] or paid
    if parts:
        _write(case, parts, at)
        return
    payment = case.dispute.payment
    own = Slice(None, str(payment.reference), payment.reference_number, case.dispute.amount_minor)
    payment_services.divide_dispute(dispute=case.dispute, slices=[own])


def divide(*, case: Case, part_numbers: Sequence[str], at: datetime) -> Case:
    """Say which parts it is about. Raises InvalidInput for parts of other orders or worth less than the dispute."""
    with transaction.atomic():
        case = queries.locked_case(case.pk)
        if case.bearer:
            raise NotNow("Who bears this dispute is decided. Its parts can no longer be changed.")
        parts = [part for part in _parts(case) if part.number in part_numbers]
        if len(parts) != len(set(part_numbers)) or not parts:
            raise InvalidInput("Choose parts of this order.", details={"parts": ["Choose parts of this order."]})
        if sum(part.paid_minor for part in parts) < case.dispute.amount_minor:
            sentence = "These parts cost less than what the bank asks for. Choose more of them."
            raise InvalidInput(sentence, details={"parts": [sentence]})
        before = sorted(share.reference_number for share in case.dispute.shares.all())
        _write(case, parts, at)
        after = sorted(part.number for part in parts)
        audit.record("dispute.divided", case, before={"parts": before}, after={"parts": after}, label=case.number)
    return queries.case(case.pk)


def let_go(case: Case, *, at: datetime) -> None:
    shares = case.dispute.shares.order_by("pk")  # read anew: they may have been written a moment ago, in the same job
    for share in shares:
        payouts.release_hold(key=hold_key(case, share.reference), at=at)


def hold_key(case: Case, part_id: UUID) -> str:
    return f"dispute:{case.pk.hex}:{part_id.hex}"


def _parts(case: Case) -> list[SellerOrder]:
    return list(orders.order(case.order_id).parts.all()) if case.order_id else []


def _write(case: Case, parts: list[SellerOrder], at: datetime) -> None:
    gone = {share.reference for share in case.dispute.shares.all()} - {part.pk for part in parts}
    for part_id in gone:
        payouts.release_hold(key=hold_key(case, part_id), at=at)
    concerned = [part.seller_id for part in parts]
    Answer.objects.filter(case=case, answered_at=None).exclude(seller_id__in=concerned).delete()
    amounts = spread(case.dispute.amount_minor, [part.paid_minor for part in parts])
    slices = [
        Slice(str(part.seller_id), str(part.pk), part.number, minor) for part, minor in zip(parts, amounts, strict=True)
    ]
    by_id = {str(part.pk): part for part in parts}
    for share in payment_services.divide_dispute(dispute=case.dispute, slices=slices):
        _hold(case, share, by_id[str(share.reference)], at)


def _hold(case: Case, share: DisputeShare, part: SellerOrder, at: datetime) -> None:
    """A part that was called off has nothing to hold, and its seller is not asked."""
    if part.ended_at is not None:
        return
    key = hold_key(case, part.pk)
    payouts.hold_part(part_id=part.pk, minor=share.amount_minor, reason=REASON, key=key, at=at)
    Answer.objects.get_or_create(case=case, seller_id=part.seller_id)
