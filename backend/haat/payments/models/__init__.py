"""Accounts, payments, refunds, shares, disputes."""

from haat.payments.models.accounts import GatewayAccount, WebhookEvent
from haat.payments.models.disputes import Covering, Dispute, DisputeShare
from haat.payments.models.payments import Payment, return_ref
from haat.payments.models.refunds import Payee, Refund
from haat.payments.models.transfers import Reversal, Transfer

__all__ = [
    "Covering",
    "Dispute",
    "DisputeShare",
    "GatewayAccount",
    "Payee",
    "Payment",
    "Refund",
    "Reversal",
    "Transfer",
    "WebhookEvent",
    "return_ref",
]
