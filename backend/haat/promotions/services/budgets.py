"""Taking from budgets and giving back. Every limit is one conditional UPDATE: of fifty who ask for the last use, one gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Q

from haat.core.errors import DomainError
from haat.promotions.models import Coupon, CustomerUse, Promotion, Usage, UsageReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.promotions.types import Claim

State = Usage.State


class UsedUp(DomainError):
    """Between quote and order somebody else took the last of it, or it was stopped."""

    code = "promotion_used_up"


def reserve(*, claims: Sequence[Claim], customer_id: UUID, reference: UUID, at: datetime) -> None:
    """Hold an order's share of every budget, all or none, in the caller's transaction. The same order takes once.

    Raises UsedUp. Promotions are locked in the order of their ids.
    """
    if not claims:
        return
    with transaction.atomic():
        for claim in sorted(claims, key=lambda one: str(one.promotion_id)):
            _, is_new = Usage.objects.get_or_create(
                promotion_id=claim.promotion_id, reference=reference,
                defaults={
                    "coupon_id": claim.coupon_id, "customer_id": customer_id, "discount_minor": claim.discount_minor,
                    "brand_minor": claim.brand_minor, "at": at,
                },
            )  # fmt: skip
            if is_new:
                _take(claim, customer_id, at)


def keep(*, reference: UUID) -> None:
    """The order is good: what was held is used."""
    Usage.objects.filter(reference=reference, state=State.HELD).update(state=State.USED)


def release(*, reference: UUID) -> None:
    """The order ended without any goods: budgets, codes and customers get their uses back. Repeatable."""
    with transaction.atomic():
        for usage in _locked(reference):
            Usage.objects.filter(pk=usage.pk).update(state=State.RELEASED)
            left = usage.discount_minor - usage.returned_minor
            Promotion.objects.filter(pk=usage.promotion_id).update(
                uses=F("uses") - 1, spent_minor=F("spent_minor") - left
            )
            _lower(usage, uses=1, minor=left)
            if usage.coupon_id:
                Coupon.objects.filter(pk=usage.coupon_id).update(uses=F("uses") - 1)


def give_back(*, reference: UUID, part_id: UUID, minor: Mapping[UUID, int]) -> None:
    """A part of an order ended, or some of it was called off (then it is the credit's id): its discount returns to the
    money budgets, the use stays used. Once for each.
    """
    with transaction.atomic():
        for usage in _locked(reference):
            amount = min(minor.get(usage.promotion_id, 0), usage.discount_minor - usage.returned_minor)
            if not amount:
                continue
            _, is_new = UsageReturn.objects.get_or_create(usage=usage, part_id=part_id, defaults={"minor": amount})
            if is_new:
                Usage.objects.filter(pk=usage.pk).update(returned_minor=F("returned_minor") + amount)
                Promotion.objects.filter(pk=usage.promotion_id).update(spent_minor=F("spent_minor") - amount)
                _lower(usage, uses=0, minor=amount)


def _locked(reference: UUID) -> list[Usage]:
    rows = Usage.objects.select_for_update().filter(reference=reference).exclude(state=State.RELEASED)
    return sorted(rows, key=lambda usage: str(usage.promotion_id))


def _take(claim: Claim, customer_id: UUID, at: datetime) -> None:
    minor = claim.discount_minor
    running = Promotion.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=at),
        Q(uses_max=None) | Q(uses__lt=F("uses_max")),
        Q(budget_minor=None) | Q(spent_minor__lte=F("budget_minor") - minor),
        pk=claim.promotion_id, status=Promotion.Status.RUNNING,
    )  # fmt: skip
    if not running.update(uses=F("uses") + 1, spent_minor=F("spent_minor") + minor):
        raise _used_up(claim)
    if claim.coupon_id:
        valid = Coupon.objects.filter(
            Q(expires_at=None) | Q(expires_at__gt=at), Q(uses_max=None) | Q(uses__lt=F("uses_max")),
            Q(customer=None) | Q(customer_id=customer_id), pk=claim.coupon_id, stopped_at=None,
        )  # fmt: skip
        if not valid.update(uses=F("uses") + 1):
            raise _used_up(claim)
    _take_of_customer(claim, customer_id)


def _take_of_customer(claim: Claim, customer_id: UUID) -> None:
    promotion = Promotion.objects.get(pk=claim.promotion_id)
    row, _ = CustomerUse.objects.get_or_create(promotion=promotion, customer_id=customer_id)
    allowed = CustomerUse.objects.filter(pk=row.pk)
    most = 1 if promotion.first_order_only else promotion.uses_per_customer
    if most is not None:
        allowed = allowed.filter(uses__lt=most)
    if promotion.minor_per_customer is not None:
        allowed = allowed.filter(saved_minor__lte=promotion.minor_per_customer - claim.discount_minor)
    if not allowed.update(uses=F("uses") + 1, saved_minor=F("saved_minor") + claim.discount_minor):
        raise UsedUp(
            f"You have used “{promotion.name}” as often as one customer can. Look at the new total before you order."
        )


def _lower(usage: Usage, *, uses: int, minor: int) -> None:
    CustomerUse.objects.filter(promotion_id=usage.promotion_id, customer_id=usage.customer_id).update(
        uses=F("uses") - uses, saved_minor=F("saved_minor") - minor
    )


def _used_up(claim: Claim) -> UsedUp:
    name = Promotion.objects.values_list("name", flat=True).get(pk=claim.promotion_id)
    return UsedUp(f"“{name}” was used up or stopped a moment ago. Look at the new total before you order.")
