"""How what the customer pays is paid, where a gift card pays some of it: it is money, no discount, so no figure changes."""

from __future__ import annotations

BY_CARD, BACK_ON_CARD = "Paid by gift card", "Back on the gift card"
Paid = list[tuple[str, int]]


def of_sale(*, card: int, payable: int, in_cash: bool) -> Paid:
    rest = payable - card
    return _both(BY_CARD, card, "To pay on delivery" if in_cash else "Paid online", rest)


def of_return(*, card: int, payable: int) -> Paid:
    card = min(card, payable)  # a gift of the brand's beside it is on no credit note
    return _both(BACK_ON_CARD, card, "Given back otherwise", payable - card)


def by_card(content: dict[str, object]) -> int:
    """What a card paid of an invoice."""
    paid = content.get("paid")
    return int(dict(paid).get(BY_CARD, 0)) if isinstance(paid, list) else 0


def _both(label: str, card: int, other: str, rest: int) -> Paid:
    return [one for one in ((label, card), (other, rest)) if one[1]] if card else []
