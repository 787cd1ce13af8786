"""The buy box: which offer of a variant is shown first, and why, in words for shoppers and for sellers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.money import format_minor
from haat.pricing.types import Candidate, Choice, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID


def buy_box(candidates: Sequence[Candidate]) -> Choice | None:
    """The best sellable offer: in stock, then the lowest price with delivery, then the seller's record, then the
    shorter time to hand over, then who offered it first. None when none sells.
    """
    ranked = rank(candidates)
    if not ranked:
        return None
    code, reason = _reason(ranked[0], ranked[1:])
    return Choice(ranked[0].offer.pk, reason, code, tuple(one.offer.pk for one in ranked))


def rank(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Sellable offers, the best first; the same offers always in the same order."""
    return sorted((one for one in candidates if one.offer.is_sellable), key=_order)


def standing(candidates: Sequence[Candidate], seller_id: UUID) -> Standing | None:
    """Where a seller stands with a variant, and the price that would put them first. None when they do not sell it."""
    ranked = rank(candidates)
    own = next((one for one in ranked if one.offer.seller_id == seller_id), None)
    if own is None:
        return None
    best = ranked[0]
    place, currency = ranked.index(own) + 1, own.currency
    if own is best:
        code, _ = _reason(own, ranked[1:])
        return Standing(place, len(ranked), code, FIRST[code].format(price=_text(own)), None)
    if own.available <= 0 < best.available:
        return Standing(place, len(ranked), "out_of_stock", "Others have it in stock and you do not.", None)
    to_win = own.price_minor - (own.landed_minor - best.landed_minor) - 1
    named = f"{best.offer.seller.name} asks {_text(best)} with delivery, you ask {_text(own)}"
    if own.landed_minor == best.landed_minor:
        code = "record" if _score(own) < _score(best) else "handling" if _days(own) > _days(best) else "later"
        return Standing(
            place, len(ranked), code, TIED[code].format(name=best.offer.seller.name, price=_text(own)), to_win
        )
    sentence = f"{named}. {format_minor(to_win, currency)} or less puts you first." if to_win > 0 else f"{named}."
    return Standing(place, len(ranked), "price", sentence, to_win if to_win > 0 else None)


FIRST = {
    "only": "You are the only seller.",
    "only_stocked": "You are the only seller that has it in stock.",
    "price": "You have the lowest price with delivery, {price}.",
    "record": "Others ask {price} too; you have the better record.",
    "handling": "Others ask {price} too; you hand over sooner.",
    "earlier": "Others ask {price} too; you offered it first.",
    "none_stocked": "Nobody has it in stock; you have the lowest price, {price}.",
}
TIED = {
    "record": "{name} asks {price} too and has the better record.",
    "handling": "{name} asks {price} too and hands over sooner.",
    "later": "{name} asks {price} too and offered it first.",
}


def _order(one: Candidate) -> tuple[bool, int, int, int, str]:
    return (one.available <= 0, one.landed_minor, -_score(one), _days(one), str(one.offer.pk))


def _score(one: Candidate) -> int:
    return int(getattr(one.offer.seller, "score", 0) or 0)


def _days(one: Candidate) -> int:
    return int(one.offer.handling_days)


def _text(one: Candidate) -> str:
    return format_minor(one.landed_minor, one.currency)


def _reason(best: Candidate, others: Sequence[Candidate]) -> tuple[str, str]:
    """A code and the sentence that shoppers read."""
    name, price = best.offer.seller.name, _text(best)
    rivals = [one for one in others if one.available > 0]
    equal = [one for one in rivals if one.landed_minor == best.landed_minor]
    if not others:
        return "only", f"{name} is the only seller."
    if best.available <= 0:
        return "none_stocked", f"Nobody has it in stock; {name} has the lowest price, {price}."
    if not rivals:
        return "only_stocked", f"{name} is the only seller that has it in stock."
    if not equal:
        return "price", f"{name} has the lowest price with delivery, {price}, of {len(rivals) + 1} sellers in stock."
    return _tie(best, equal)


def _tie(best: Candidate, equal: Sequence[Candidate]) -> tuple[str, str]:
    name, price = best.offer.seller.name, _text(best)
    if _score(best) > max(map(_score, equal)):
        return "record", f"Several sellers ask {price}; {name} has the best record."
    if _days(best) < min(_days(one) for one in equal if _score(one) == _score(best)):
        return "handling", f"Several sellers ask {price}; {name} hands over soonest."
    return "earlier", f"Several sellers ask {price}; {name} was first."
