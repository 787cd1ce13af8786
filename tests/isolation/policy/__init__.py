"""Who may do what, one line a route and method. A new route needs a line in the file of its portal."""

from __future__ import annotations

from dataclasses import replace

from tests.isolation.policy import admin, customer, launch, pages, platform, seller, selves, shared
from tests.isolation.policy.line import ANYBODY, MEMBER, SIGNED_IN, Line
from tests.isolation.routes import PORTALS, routes

TABLES = [
    launch.launch, customer.customer, pages.pages, seller.seller, seller.frame, admin.admin, admin.frame, platform.platform,
    platform.frame, *(selves.selves(portal) for portal in PORTALS), selves.own_pages("customer"), selves.own_pages("launch"),
    *(selves.team(portal, f"api/v1/{portal}/", place) for portal, place in selves.PLACES.items()),
]  # fmt: skip
HOME = {
    "launch": "launch.py",
    "platform": "platform.py",
    "customer": "customer.py (or pages.py)",
    "seller": "seller.py",
    "admin": "admin.py",
}


def lines() -> list[Line]:
    """Every line, those of `shared` once for each portal that has the route."""
    there = {(route.portal, route.path) for route in routes()}
    common = [
        replace(line, portal=portal) for line in shared.shared.lines for portal, path in there if path == line.path
    ]
    return [line for table in TABLES for line in table.lines] + sorted(common, key=lambda line: line.key)


__all__ = ["ANYBODY", "HOME", "MEMBER", "SIGNED_IN", "Line", "lines"]
