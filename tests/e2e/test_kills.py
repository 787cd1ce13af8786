"""kill -9 in the middle of a payment: after the restart the order is paid exactly once, and the books hold."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from infra.local.testing import status as stack_status
from tests.e2e.driver import Caller, Shopper, until

pytestmark = pytest.mark.slow
BRAND = "rangoori"


def kill(home: Path, name: str) -> None:
    process = next(row for row in stack_status(home)["processes"] if row["name"] == name)
    os.kill(process["pid"], signal.SIGKILL)


def owner(status: dict[str, Any]) -> Caller:
    login = next(row for row in status["logins"] if row["role"] == "admin" and row["brand"] == BRAND)
    host = next(row for row in status["brands"] if row["slug"] == BRAND)["host"]
    slug, _, rest = host.partition(".")
    return Caller(status, f"{slug}.admin.{rest}").sign_in(login["identifier"], "admin")


@pytest.mark.parametrize("victim", ["web", "worker", "relay", "simulator"])
def test_a_payment_survives_the_death_of(home: Path, stack: dict[str, Any], victim: str) -> None:
    """ASVS item 9: whichever process dies in the middle of a checkout, there is one order and every sum is right."""
    status = stack
    shopper = Shopper(status, BRAND)
    shopper.fill()
    placed = shopper.order()
    number = placed["order"]["number"]
    if victim == "simulator":
        shopper.pay(placed)
        kill(home, victim)
    else:
        kill(home, victim)
        shopper.pay(placed)
    done = until(lambda: _placed(shopper, number), f"order {number} being placed after {victim} died", seconds=90)
    assert [part["status"] for part in done["parts"]] == ["placed", "placed"]

    books = owner(stack_status(home))
    assert books.data("GET", "ledger/proof")["holds"]
    seen = books.data("GET", f"orders/{number}")
    assert [payment["status"] for payment in seen["payments"]] == ["captured"]
    entries = books.data("GET", f"ledger/transactions?reference={number}")
    assert [entry["code"] for entry in entries].count("payment.captured") == 1


def _placed(shopper: Shopper, number: str) -> Any:
    order = shopper.data("GET", f"orders/{number}")
    return order if order["status"] == "placed" else None
