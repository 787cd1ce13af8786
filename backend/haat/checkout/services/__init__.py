"""Verbs of checkout: price a cart, make an order of it, learn that it is paid, let it go when it is not."""

from haat.checkout.services.called_off import give_back_discounts, put_back
from haat.checkout.services.cancel import cancel, money_back, preview_cancel, refund_part
from haat.checkout.services.card import enter_card, remove_card
from haat.checkout.services.cash import InCash, in_cash
from haat.checkout.services.confirm import book_refund, confirm_payment, expire_unpaid
from haat.checkout.services.credits import settle_credit
from haat.checkout.services.pay import accept_return, confirm_from_browser, pay_again, payment_view
from haat.checkout.services.place import place
from haat.checkout.services.preview import Preview, preview
from haat.checkout.services.price import at_address, enter_code, estimate, remove_code
from haat.checkout.services.to_cash import pay_in_cash

__all__ = [
    "InCash",
    "Preview",
    "accept_return",
    "at_address",
    "book_refund",
    "cancel",
    "confirm_from_browser",
    "confirm_payment",
    "enter_card",
    "enter_code",
    "estimate",
    "expire_unpaid",
    "give_back_discounts",
    "in_cash",
    "money_back",
    "pay_again",
    "pay_in_cash",
    "payment_view",
    "place",
    "preview",
    "preview_cancel",
    "put_back",
    "refund_part",
    "remove_card",
    "remove_code",
    "settle_credit",
]
