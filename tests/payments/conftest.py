"""The wrapper of the SDK on its own, against the simulator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.payments.gateway import Gateway
from tests.checkout.conftest import running_simulator, simulator
from tests.razorpay_simulator.server import KEY, SECRET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.razorpay_simulator.server import InThread

__all__ = ["running_simulator", "simulator"]


@pytest.fixture
def gate(simulator: InThread) -> Iterator[Gateway]:
    one = Gateway(KEY, SECRET)
    yield one
    one.sdk.session.close()


def order(receipt: str) -> dict[str, Any]:
    return {"amount": 50_000, "currency": "INR", "receipt": receipt}
