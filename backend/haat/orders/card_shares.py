"""How what goes back of a part is shared between the gift card and whatever else paid for it: pure arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def card_shares(*, card: int, total: int, amounts: Iterable[tuple[int, bool]]) -> list[int]:
    """What of each amount, in their order, goes to a card that paid `card` of `total`.

    In the proportion it paid, reckoned on the sum, so that any split adds up. What a bank took back (True) it took of
    the other payment; as far as that is used up, the card gets more. Never more than it paid.
    """
    to_card, to_other, found = 0, 0, []
    for minor, is_of_bank in amounts:
        least = max(0, minor - (total - card - to_other))
        wanted = 0 if is_of_bank else card * (to_card + to_other + minor) // total - to_card
        back = min(max(wanted, least), card - to_card, minor)
        to_card, to_other = to_card + back, to_other + minor - back
        found.append(back)
    return found
