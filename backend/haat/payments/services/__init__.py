"""Verbs of payments: open, register at the provider, learn what became of it, refund, share among sellers.

Other apps find the provider here too: its client, and the two ways in which it fails.
"""

from haat.payments.gateway import PROVIDER, Gateway, GatewayDown, GatewayRefused, GatewayUnknown, KeysRefused, client
from haat.payments.services.accounts import masked, set_account, try_account
from haat.payments.services.asking import sync_open
from haat.payments.services.by_bank import PaidBefore, forget_payees, mark_paid, pay_by_bank, set_payee
from haat.payments.services.capture import record, record_cash, sync
from haat.payments.services.direct import transfer_directly
from haat.payments.services.disputes import (
    Disputed,
    bear_share,
    divide_dispute,
    note_loss,
    record_dispute,
    refuse_if_disputed,
    sync_dispute,
)
from haat.payments.services.fetching import entities, entity, recon_items
from haat.payments.services.open import checkout_url, open_payment, register, signature_is_right
from haat.payments.services.pieces import send_reversal, take_back
from haat.payments.services.provider import with_provider
from haat.payments.services.refunds import request_refund, send_refund, sync_refund
from haat.payments.services.set_aside import MoneyUnderWay, set_aside
from haat.payments.services.strays import adopt
from haat.payments.services.test_account import open_test_account
from haat.payments.services.transfers import note_fee, release, reverse, send_transfers, settle_wish, share_payment
from haat.payments.services.waiting import send_again, send_waiting
from haat.payments.services.webhooks import process, receive

__all__ = [
    "PROVIDER",
    "Disputed",
    "Gateway",
    "GatewayDown",
    "GatewayRefused",
    "GatewayUnknown",
    "KeysRefused",
    "MoneyUnderWay",
    "PaidBefore",
    "adopt",
    "bear_share",
    "checkout_url",
    "client",
    "divide_dispute",
    "entities",
    "entity",
    "forget_payees",
    "mark_paid",
    "masked",
    "note_fee",
    "note_loss",
    "open_payment",
    "open_test_account",
    "pay_by_bank",
    "process",
    "receive",
    "recon_items",
    "record",
    "record_cash",
    "record_dispute",
    "refuse_if_disputed",
    "register",
    "release",
    "request_refund",
    "reverse",
    "send_again",
    "send_refund",
    "send_reversal",
    "send_transfers",
    "send_waiting",
    "set_account",
    "set_aside",
    "set_payee",
    "settle_wish",
    "share_payment",
    "signature_is_right",
    "sync",
    "sync_dispute",
    "sync_open",
    "sync_refund",
    "take_back",
    "transfer_directly",
    "try_account",
    "with_provider",
]  # fmt: skip
