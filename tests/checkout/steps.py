"""What several tests of a checkout do at their end."""

from __future__ import annotations

from typing import Any

from haat.core import jobs
from haat.ledger import queries as ledger
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import Shop
from tests.support import run_jobs


def proved(brand: Any) -> None:
    with brand_scope(brand):
        proof = ledger.prove()
    assert proof.holds, proof.differences


def settled(shop: Shop) -> None:
    """Let the provider finish what it does by itself, and ask it."""
    run_jobs(shop.brand)
    shop.provider.idle()
    with brand_scope(shop.brand):
        jobs.enqueue("payments.reconcile")
    run_jobs(shop.brand)
