"""Running what needs the provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.jobs import RetryLater
from haat.payments import gateway

if TYPE_CHECKING:
    from collections.abc import Callable


def with_provider(act: Callable[[], object]) -> None:
    """Run a verb that needs the provider; an outage is a later try, not an error of ours."""
    try:
        act()
    except gateway.GatewayUnknown as error:
        raise RetryLater(error.message) from error
