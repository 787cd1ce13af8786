"""The shop of the checkout's tests: what is charged is charged on orders."""

from tests.checkout.conftest import running_simulator, shop, simulator

__all__ = ["running_simulator", "shop", "simulator"]
