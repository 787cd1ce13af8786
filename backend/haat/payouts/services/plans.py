"""Writing plans: the brand's, and a seller's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.forms.models import model_to_dict

from haat.audit import services as audit
from haat.payouts.models import PayoutPlan
from haat.payouts.queries.plans import brand_plan
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from haat.sellers.models import Seller


def set_brand_plan(*, facts: dict[str, Any]) -> PayoutPlan:
    """Change the brand's plan; it counts from the next run."""
    with transaction.atomic():
        plan = PayoutPlan.objects.select_for_update().filter(seller=None).first()
        before = _shown(plan or brand_plan())
        plan = _write(plan or brand_plan(), facts)
        audit.record("payout.plan_changed", active_brand(), before=before, after=_shown(plan))
    return plan


def set_seller_plan(*, seller: Seller, facts: dict[str, Any]) -> PayoutPlan:
    """A plan of the seller's own; what is not said is as the brand's is now."""
    with transaction.atomic():
        plan = PayoutPlan.objects.select_for_update().filter(seller=seller).first()
        before = _shown(plan) if plan else None
        if plan is None:
            common = {name: value for name, value in _shown(brand_plan()).items() if name not in LIMITS}
            plan = PayoutPlan(seller=seller, **common)
        plan = _write(plan, facts)
        audit.record("payout.plan_changed", seller, before=before, after=_shown(plan))
    return plan


def drop_seller_plan(*, seller: Seller) -> None:
    """The brand's plan is the seller's again."""
    with transaction.atomic():
        plan = PayoutPlan.objects.select_for_update().filter(seller=seller).first()
        if plan is not None:
            audit.record("payout.plan_changed", seller, before=_shown(plan), after=None)
            plan.delete()


LIMITS = {"second_person_minor", "adjustment_alone_minor"}


def _write(plan: PayoutPlan, facts: dict[str, Any]) -> PayoutPlan:
    for name, value in facts.items():
        setattr(plan, name, value)
    plan.save()
    return plan


def _shown(plan: PayoutPlan) -> dict[str, Any]:
    return {name: value for name, value in model_to_dict(plan).items() if name not in {"id", "seller"}}
