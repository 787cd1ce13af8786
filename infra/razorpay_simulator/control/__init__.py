"""The control plane: what no API of Razorpay's does. /_sim/*, JSON in and out, no key; for this machine only."""

from starlette.routing import Route

from . import accounts, clock, disputes, faults, merchants, money, payments, refunds, webhooks

NOUNS = (accounts, clock, disputes, faults, merchants, money, payments, refunds, webhooks)
ROUTES: list[Route] = [one for noun in NOUNS for one in noun.ROUTES]
