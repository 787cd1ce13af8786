"""Lists of what the provider has, page by page. Never called inside a transaction."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from haat.payments import gateway

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

PAGE_ROWS, PAGES_MAX = 100, 1_000
RECON_ROWS = 1_000


def entities(kind: str, *, since: datetime, until: datetime) -> Iterator[dict[str, Any]]:
    """Payments, refunds, transfers or settlements made in a stretch of time. Raises GatewayUnknown."""
    query = {"from": int(since.timestamp()), "to": int(until.timestamp()), "count": PAGE_ROWS}
    return _pages(lambda sdk, skip: getattr(sdk, kind).all(query | {"skip": skip}), PAGE_ROWS)


def entity(kind: str, provider_id: str) -> dict[str, Any] | None:
    """One of them by its id; None when the provider does not know it. Raises GatewayUnknown."""
    try:
        found: dict[str, Any] = gateway.client().call(lambda sdk: getattr(sdk, kind).fetch(provider_id))
    except gateway.GatewayRefused:
        return None
    return found


def recon_items(day: date) -> Iterator[dict[str, Any]]:
    """The provider's own account of one day, in its time: what each thing added to or took from our balance."""
    query = {"year": day.year, "month": day.month, "day": day.day, "count": RECON_ROWS}
    return _pages(lambda sdk, skip: sdk.settlement.report(query | {"skip": skip}), RECON_ROWS)


def _pages(ask: Callable[[Any, int], Any], rows: int) -> Iterator[dict[str, Any]]:
    for number in range(PAGES_MAX):
        page = gateway.client().call(partial(_page, ask, number * rows)).get("items", [])
        yield from page
        if len(page) < rows:
            return


def _page(ask: Callable[[Any, int], Any], skip: int, sdk: Any) -> Any:
    return ask(sdk, skip)
