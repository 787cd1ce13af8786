"""What messages to customers say of paying: what is true of this order or parcel at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from haat.core.money import Money
from haat.orders import queries as orders

if TYPE_CHECKING:
    from haat.orders.models import Credit, Order, SellerOrder


def of_order(order: Order) -> str:
    """How its total is paid, to stand in brackets."""
    card, rest = Money(order.gift_card_minor, order.currency), Money(order.to_pay_minor, order.currency)
    is_cash = order.payment_method == "cod"
    if not card.minor:
        return _("to be paid on delivery") if is_cash else _("paid")
    if not rest.minor:
        return _("paid by gift card")
    words = (
        _("%(card)s paid by gift card, %(rest)s to be paid on delivery")
        if is_cash
        else _("%(card)s paid by gift card, %(rest)s paid online")
    )
    return words % {"card": card, "rest": rest}


def on_the_way(part: SellerOrder) -> str:
    """What is to be kept ready for the courier."""
    cash, fee = _cash(part)
    if not cash.minor:
        return ""
    words = _("Please keep %(cash)s ready: it is paid on delivery.")
    if fee.minor:
        words = _(
            "Please keep %(cash)s ready, and %(fee)s more if it is the first parcel of your order that arrives: it is paid on delivery."
        )
    return words % {"cash": cash, "fee": fee} + "\n\n"


def delivered(part: SellerOrder) -> str:
    cash, _fee = _cash(part)
    return _("You paid %(cash)s on delivery.") % {"cash": cash} + " " if cash.minor else ""


def cancelled(part: SellerOrder) -> str:
    """A part that ended before it arrived: what was paid goes back, what was to be paid at the door is not."""
    card, rest = (
        Money(part.gift_card_minor, part.currency),
        Money(part.total_minor - part.gift_card_minor, part.currency),
    )
    is_cash = part.order.payment_method == "cod"
    said = []
    if card.minor:
        said.append(_("%(card)s goes back to the gift card.") % {"card": card})
    if is_cash:
        said.append(_("There is nothing to pay for it."))
    elif rest.minor:
        said.append(_("What you paid, %(rest)s, goes back the way it came.") % {"rest": rest})
    return " ".join(said)


def called_off(credit: Credit) -> str:
    """Some of a part that was cancelled before it was sent."""
    card = orders.card_share(credit)
    rest = Money(credit.customer_minor - card, credit.currency)
    said = [_("%(card)s goes back to the gift card.") % {"card": Money(card, credit.currency)}] if card else []
    if rest.minor and credit.part.order.payment_method == "cod":
        said.append(_("There is so much less to pay on delivery: %(rest)s.") % {"rest": rest})
    elif rest.minor:
        said.append(_("What you paid for it, %(rest)s, goes back the way it came.") % {"rest": rest})
    return " ".join(said)


def _cash(part: SellerOrder) -> tuple[Money, Money]:
    cash, fee = orders.at_the_door(part)
    return Money(cash, part.currency), Money(fee, part.currency)
