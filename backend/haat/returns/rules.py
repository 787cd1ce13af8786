"""What may be done with a delivered part, until when, and why not: the brand's policies, read as one answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from haat.catalog import queries as catalog
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.orders.models import SellerOrder

ANSWER_HOURS, CLAIM_DAYS = 48, 30
BACK = ("return", "exchange")


@dataclass(frozen=True, slots=True)
class Terms:
    """`kept`: lines whose goods this brand does not take back."""

    number: str
    kinds: frozenset[str]
    answer_hours: int
    return_until: datetime | None
    claim_until: datetime | None
    kept: frozenset[UUID] = field(default_factory=frozenset)

    def why_not(self, kind: str) -> str:
        if self.return_until is None:
            return f"{self.number} was not delivered yet. Until it ships you can cancel it."
        what = "Claims for" if kind == "claim" else "Returns of"
        return f"{what} {self.number} were possible until {self._until(kind):%d %B %Y}."

    def _until(self, kind: str) -> datetime:
        until = self.claim_until if kind == "claim" else self.return_until
        if until is None:
            raise ValueError("Nothing was delivered.")
        return until


def terms_of(part: SellerOrder, at: datetime) -> Terms:
    """What the customer may ask for now. The window is the one that began with the delivery."""
    policy = active_brand().policy
    hours = int(policy("return_answer_hours", ANSWER_HOURS))
    if part.delivered_at is None or part.return_until is None:
        return Terms(part.number, frozenset(), hours, None, None)
    claim_until = part.delivered_at + timedelta(days=int(policy("claim_days", CLAIM_DAYS)))
    kinds = set(BACK if at <= part.return_until else ()) | ({"claim"} if at <= claim_until else set())
    return Terms(part.number, frozenset(kinds), hours, part.return_until, claim_until, _kept(part))


def _kept(part: SellerOrder) -> frozenset[UUID]:
    """Lines of categories, or of categories below them, that the brand named as not returnable."""
    slugs = set(active_brand().policy("not_returnable", []))
    if not slugs:
        return frozenset()
    lines = list(part.lines.all())
    named = {row.pk for row in catalog.categories() if row.slug in slugs}
    paths = catalog.category_paths(line.category_id for line in lines)
    return frozenset(line.pk for line in lines if paths[line.category_id] & named)


def refunds_at_pick_up() -> bool:
    return bool(active_brand().policy("refund_at_pick_up", False))  # noqa: FBT003 - the default of a policy
