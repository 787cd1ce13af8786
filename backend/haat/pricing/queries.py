"""The buy box: which offer of a variant is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.money import format_minor
from haat.pricing.types import Candidate, Choice

if TYPE_CHECKING:
    from collections.abc import Sequence


def buy_box(candidates: Sequence[Candidate]) -> Choice | None:
    """The best sellable offer: in stock, then lowest delivered price, then the seller's score. None when none sells."""
    sellable = sorted((one for one in candidates if one.offer.is_sellable), key=_order)
    if not sellable:
        return None
    best = sellable[0]
    return Choice(offer_id=best.offer.pk, reason=_reason(best, sellable[1:]))


def _order(one: Candidate) -> tuple[bool, int, int, str]:
    return (one.available <= 0, one.landed_minor, -_score(one), str(one.offer.seller_id))


def _score(one: Candidate) -> int:
    return int(getattr(one.offer.seller, "score", 0) or 0)


def _reason(best: Candidate, others: Sequence[Candidate]) -> str:
    name, price = best.offer.seller.name, format_minor(best.landed_minor, best.offer.currency)
    if not others:
        return f"{name} is the only seller."
    if best.available <= 0:
        return f"Nobody has it in stock; {name} has the lowest price, {price}."
    rivals = [one for one in others if one.available > 0]
    if not rivals:
        return f"{name} is the only seller that has it in stock."
    if any(one.landed_minor == best.landed_minor for one in rivals):
        better = _score(best) > max(_score(one) for one in rivals if one.landed_minor == best.landed_minor)
        return f"Several sellers ask {price}; {name} {'has the best record' if better else 'was first'}."
    return f"{name} has the lowest price with delivery, {price}, of {len(rivals) + 1} sellers in stock."
