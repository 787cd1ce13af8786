"""Verbs of checkout: price a cart, make an order of it, learn that it is paid, let it go when it is not."""

from haat.checkout.services.cancel import cancel, money_back, refund_part
from haat.checkout.services.confirm import book_refund, confirm_payment, expire_unpaid
from haat.checkout.services.pay import accept_return, confirm_from_browser, pay_again, payment_view
from haat.checkout.services.place import place, price

__all__ = [
    "accept_return", "book_refund", "cancel", "confirm_from_browser", "confirm_payment", "expire_unpaid", "money_back", "pay_again", "payment_view", "place", "price", "refund_part",
]  # fmt: skip
