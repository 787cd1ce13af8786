"""Changing what the brand keeps. A rule is never edited: it is archived and its next version is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from haat.audit import services as audit
from haat.catalog import queries as catalog
from haat.commissions.models import CommissionRule
from haat.core.errors import InvalidInput
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.commissions.types import RuleSpec

NAMES = ("percent_bp", "fixed_minor", "floor_minor", "cap_minor")


def add_rule(*, spec: RuleSpec, position: int | None, at: datetime) -> CommissionRule:
    """Add a rule, or the next version of the rule of this name.

    Raises InvalidInput for dates that end before they begin, and for a seller or category that this brand has not.
    """
    _check_scope(spec)
    begins = date.fromisoformat(spec.valid_from)
    ends = date.fromisoformat(spec.valid_to) if spec.valid_to else None
    if ends is not None and ends < begins:
        raise InvalidInput("The rule ends before it begins.", details={"valid_to": ["Must not be before valid_from."]})
    if spec.floor_minor is not None and spec.cap_minor is not None and spec.cap_minor < spec.floor_minor:
        raise InvalidInput("The cap is below the least fee.", details={"cap_minor": ["Must not be below floor_minor."]})
    with transaction.atomic():
        before = CommissionRule.objects.select_for_update().filter(name=spec.name, archived_at=None).first()
        if before is not None:
            CommissionRule.objects.filter(pk=before.pk).update(archived_at=at)
        last = CommissionRule.objects.filter(name=spec.name).aggregate(version=Max("version"))["version"] or 0
        place = position if position is not None else before.position if before else _end()
        rule = CommissionRule.objects.create(
            name=spec.name, version=last + 1, position=place, seller_id=spec.seller_id, category_id=spec.category_id, valid_from=begins,
            valid_to=ends, **{name: getattr(spec, name) for name in NAMES},
        )  # fmt: skip
        audit.record("commission.rule_written", rule, before=_figures(before), after=_figures(rule))
    return rule


def archive_rule(*, rule: CommissionRule, at: datetime) -> None:
    """End a rule; what it pinned stays."""
    with transaction.atomic():
        if CommissionRule.objects.filter(pk=rule.pk, archived_at=None).update(archived_at=at):
            audit.record("commission.rule_archived", rule, before=_figures(rule), after={"archived": True})


def set_rules(*, specs: Sequence[RuleSpec], at: datetime) -> None:
    """Make the living rules those of a manifest, in its order. What is the same stays as it is."""
    with transaction.atomic():
        living = {rule.name: rule for rule in CommissionRule.objects.filter(archived_at=None)}
        for position, spec in enumerate(specs):
            rule = living.pop(spec.name, None)
            if rule is None or not _same(rule, spec, position):
                add_rule(spec=spec, position=position, at=at)
        for rule in living.values():
            archive_rule(rule=rule, at=at)


def _figures(rule: CommissionRule | None) -> dict[str, Any] | None:
    """A rule as the audit log keeps it: its figures and how long it counts."""
    if rule is None:
        return None
    dates = {"valid_from": str(rule.valid_from), "valid_to": str(rule.valid_to) if rule.valid_to else None}
    return {name: getattr(rule, name) for name in NAMES} | dates


def _check_scope(spec: RuleSpec) -> None:
    if spec.seller_id and not sellers.sellers([UUID(spec.seller_id)]):
        raise InvalidInput("There is no such seller.", details={"seller_id": ["There is no such seller."]})
    if spec.category_id and spec.category_id not in {str(one.pk) for one in catalog.categories()}:
        raise InvalidInput("There is no such category.", details={"category_id": ["There is no such category."]})


def _same(rule: CommissionRule, spec: RuleSpec, position: int) -> bool:
    figures = all(getattr(rule, name) == getattr(spec, name) for name in NAMES)
    dates = (str(rule.valid_from), str(rule.valid_to) if rule.valid_to else None) == (spec.valid_from, spec.valid_to)
    scope = (str(rule.seller_id or ""), str(rule.category_id or "")) == (spec.seller_id or "", spec.category_id or "")
    return figures and dates and scope and rule.position == position


def _end() -> int:
    last = CommissionRule.objects.filter(archived_at=None).aggregate(position=Max("position"))["position"]
    return 0 if last is None else last + 1
