"""Changing what the brand keeps. A rule is never edited: it is archived and its next version is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from haat.audit import services as audit
from haat.commissions.checks import check
from haat.commissions.models import CommissionRule
from haat.commissions.types import SCOPE, TERMS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.commissions.types import RuleSpec


def add_rule(*, spec: RuleSpec, position: int | None, at: datetime) -> CommissionRule:
    """Add a rule, or the next version of the rule of this name.

    Raises InvalidInput with the fields of what contradicts itself, and of what this brand has not.
    """
    check(spec)
    with transaction.atomic():
        before = CommissionRule.objects.select_for_update().filter(name=spec.name, archived_at=None).first()
        if before is not None:
            CommissionRule.objects.filter(pk=before.pk).update(archived_at=at)
        last = CommissionRule.objects.filter(name=spec.name).aggregate(version=Max("version"))["version"] or 0
        place = position if position is not None else before.position if before else _end()
        rule = CommissionRule.objects.create(
            name=spec.name, version=last + 1, position=place, valid_from=date.fromisoformat(spec.valid_from),
            valid_to=date.fromisoformat(spec.valid_to) if spec.valid_to else None,
            **{name: getattr(spec, name) for name in (*TERMS, *SCOPE)},
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
    """A rule as the audit log keeps it: what it charges, for what, and how long it counts."""
    if rule is None:
        return None
    return {name: getattr(rule, name) for name in TERMS} | _scope(rule) | _dates(rule)


def _scope(rule: CommissionRule) -> dict[str, str | None]:
    return {name: str(getattr(rule, name)) if getattr(rule, name) else None for name in SCOPE}


def _dates(rule: CommissionRule) -> dict[str, str | None]:
    return {"valid_from": str(rule.valid_from), "valid_to": str(rule.valid_to) if rule.valid_to else None}


def _same(rule: CommissionRule, spec: RuleSpec, position: int) -> bool:
    asked = {name: getattr(spec, name) or None for name in (*SCOPE, "valid_from", "valid_to")}
    terms = all(getattr(rule, name) == getattr(spec, name) for name in TERMS)
    return terms and _scope(rule) | _dates(rule) == asked and rule.position == position


def _end() -> int:
    last = CommissionRule.objects.filter(archived_at=None).aggregate(position=Max("position"))["position"]
    return 0 if last is None else last + 1
