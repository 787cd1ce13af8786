"""Everything that a run needs around it: the clock stands, the provider is ours, the stage is set and struck."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from infra.simulate.moment import frozen
from infra.simulate.provider import BASE, Provider
from infra.simulate.stage import set_stage, strike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from infra.simulate.stage import Stage


@contextmanager
def open_stage(brand: Any) -> Iterator[Stage]:
    from django.test import override_settings

    with frozen() as moment, override_settings(RAZORPAY_BASE_URL=BASE, RAZORPAY_SIMULATOR=False, SMS_URL=""):
        provider = Provider()
        try:
            yield set_stage(brand, moment, provider)
        finally:
            strike(provider)
