"""The shop of the checkout's tests."""

from __future__ import annotations

from tests.checkout.conftest import running_simulator, shop, simulator

__all__ = ["running_simulator", "shop", "simulator"]
