"""Writing promotions down and changing them. Terms that somebody has used stand still; dates, limits and name may change."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from haat.audit import services as audit
from haat.catalog import queries as catalog
from haat.core.errors import DomainError, InvalidInput
from haat.promotions import queries
from haat.promotions.models import Promotion
from haat.promotions.services.checks import problems
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from haat.promotions.services.checks import Spec
    from haat.promotions.types import Rule
    from haat.sellers.models import Seller

MOVABLE = {"name", "ends_at", "budget_minor", "uses_max", "uses_per_customer", "minor_per_customer", "priority"}
NEXT = {
    "launch": ({"draft", "paused"}, Promotion.Status.RUNNING),
    "pause": ({"running"}, Promotion.Status.PAUSED),
    "end": ({"draft", "running", "paused"}, Promotion.Status.ENDED),
}


class TermsStand(DomainError):
    code = "promotion_used"


class WrongState(DomainError):
    code = "promotion_state"


class NotPermitted(DomainError):
    """What the brand does not let its sellers do."""

    code = "seller_promotions_off"
    status = 403


def draft(*, spec: Spec, currency: str, seller: Seller | None = None, key: str | None = None) -> Promotion:
    """Write a promotion that does not run yet. A seller's own is for its own goods and at its own cost. Raises InvalidInput."""
    fields = _fields(spec, seller)
    _check(fields)
    with transaction.atomic():
        promotion = Promotion.objects.create(seller=seller, currency=currency, key=key, **fields)
        audit.record("promotion.drafted", promotion, after=_plain(fields))
    return promotion


def reckon(*, spec: Spec, currency: str, seller: Seller | None = None) -> Rule:
    """The rule that these terms would be, running and without a code to enter. Raises InvalidInput."""
    fields = _fields(spec, seller)
    _check(fields)
    return queries.rule_of(Promotion(currency=currency, status=Promotion.Status.RUNNING, **fields))


def change(*, promotion: Promotion, spec: Spec) -> Promotion:
    """Change a promotion. Raises TermsStand for terms that orders were made on, WrongState when it has ended."""
    with transaction.atomic():
        promotion = Promotion.objects.select_for_update().get(pk=promotion.pk)
        if promotion.status == Promotion.Status.ENDED:
            raise WrongState(f"“{promotion.name}” has ended. Make a new one.")
        fields = _fields(spec, promotion.seller)
        changed = {name: value for name, value in fields.items() if _differs(getattr(promotion, name), value)}
        fixed = sorted(set(changed) - MOVABLE)
        if fixed and queries.is_used(promotion):
            sentence = "Orders were made on these terms. End this promotion and begin another."
            raise TermsStand(sentence, details={name: [sentence] for name in fixed})
        _check(fields)
        _not_below_use(promotion, fields)
        before = {name: getattr(promotion, name) for name in changed}
        for name, value in changed.items():
            setattr(promotion, name, value)
        promotion.save()
        audit.record("promotion.changed", promotion, before=_plain(before), after=_plain(changed))
    return promotion


def move(*, promotion: Promotion, verb: str, at: datetime, reason: str = "") -> Promotion:
    """Launch, pause or end. Raises WrongState; InvalidInput to launch one whose time is over or that has no code yet."""
    before, after = NEXT[verb]
    with transaction.atomic():
        promotion = Promotion.objects.select_for_update().get(pk=promotion.pk)
        if promotion.status not in before:
            raise WrongState(f"“{promotion.name}” is {promotion.get_status_display().lower()}; it cannot {verb} now.")
        if verb == "launch":
            _ready(promotion, at)
        was, promotion.status = promotion.status, after
        promotion.save(update_fields=["status", "updated_at"])
        verb_done = {"launch": "launched", "pause": "paused", "end": "ended"}[verb]
        audit.record(
            f"promotion.{verb_done}", promotion, before={"status": was}, after={"status": after}, reason=reason
        )
    return promotion


def actions(promotion: Promotion) -> list[str]:
    """What can be done with it now."""
    verbs = [verb for verb, (before, _) in NEXT.items() if promotion.status in before]
    return verbs if promotion.status == Promotion.Status.ENDED else [*verbs, "edit"]


def require_sellers_may(*, allowed: bool, most_bp: int, spec: Spec | None = None) -> None:
    """The brand's permission for promotions of sellers. Raises NotPermitted, InvalidInput above the brand's limit."""
    if not allowed:
        raise NotPermitted("This brand does not let sellers run promotions of their own. Ask the brand.")
    if spec is not None and spec.percent_bp > most_bp:
        sentence = f"This brand allows sellers at most {most_bp // 100} % off."
        raise InvalidInput(sentence, details={"percent_bp": [sentence]})


def _fields(spec: Spec, seller: Seller | None) -> dict[str, Any]:
    fields = asdict(spec)
    if seller is not None:
        fields |= {"seller_ids": [seller.pk], "brand_bp": 0}
    return fields


def _check(fields: Mapping[str, Any]) -> None:
    details = problems(fields)
    details |= _missing("seller_ids", fields, set(sellers.sellers(fields["seller_ids"])))
    details |= _missing("category_ids", fields, {row.pk for row in catalog.categories()})
    details |= _missing("product_ids", fields, catalog.known_products(fields["product_ids"]))
    if details:
        raise InvalidInput(next(iter(details.values()))[0], details=details)


def _missing(name: str, fields: Mapping[str, Any], known: set[UUID]) -> dict[str, list[str]]:
    """A rule that names a thing that is not there would silently never apply."""
    gone = [str(one) for one in fields[name] if one not in known]
    return {name: [f"There is nothing with the id {gone[0]} here."]} if gone else {}


def _not_below_use(promotion: Promotion, fields: Mapping[str, Any]) -> None:
    if fields["budget_minor"] is not None and fields["budget_minor"] < promotion.spent_minor:
        sentence = "More than that has been given already."
        raise InvalidInput(sentence, details={"budget_minor": [sentence]})
    if fields["uses_max"] is not None and fields["uses_max"] < promotion.uses:
        sentence = "It has been used more often than that already."
        raise InvalidInput(sentence, details={"uses_max": [sentence]})


def _ready(promotion: Promotion, at: datetime) -> None:
    if promotion.ends_at is not None and promotion.ends_at <= at:
        sentence = "Its last day is over. Choose a later end first."
        raise InvalidInput(sentence, details={"ends_at": [sentence]})
    if promotion.needs_code and not promotion.coupons.exists():
        raise InvalidInput("Nobody could use it: it needs a code and has none. Make a code first.")


def _differs(old: Any, new: Any) -> bool:
    return sorted(old) != sorted(new) if isinstance(old, list) else bool(old != new)


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: [str(one) for one in value] if isinstance(value, list) else value if isinstance(value, int | bool | None) else str(value)
        for name, value in fields.items()
    }  # fmt: skip
