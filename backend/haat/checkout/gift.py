"""What a gift card pays of a quote: of the brand's own parcels alone, and never so that less is left than can be paid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from haat.checkout.figures import ONLINE, Gift, Quote
from haat.checkout.quote import ONLINE_LEAST_MINOR
from haat.core.money import spread

if TYPE_CHECKING:
    from haat.giftcards.models import GiftCard


def with_card(found: Quote, card: GiftCard | None) -> Quote:
    """The card's part is spread over the parcels by what they cost."""
    if card is None or card.currency != found.currency:
        return found
    own = [package for package in found.packages if package.is_own]
    most = sum(package.total_minor for package in own)
    minor = min(card.balance_minor, most)
    rest = found.total_minor - minor
    if found.method == ONLINE and 0 < rest < ONLINE_LEAST_MINOR:
        minor = max(0, minor - (ONLINE_LEAST_MINOR - rest))
    shares = spread(minor, [package.total_minor for package in own]) if minor else [0] * len(own)
    by_seller = {package.seller_id: share for package, share in zip(own, shares, strict=True)}
    return replace(found, gift=Gift(card.pk, card.last4, card.balance_minor, by_seller))
