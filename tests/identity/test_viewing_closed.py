"""What nobody may do while looking as somebody else: change anything, or see how they sign in.

ASVS items 3, 20, 38.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.identity.looks import look_at
from tests.support import Api

OTHERS = ("PUT", "PATCH", "DELETE")


def addresses_of(portal: str) -> set[str]:
    """Every address of a portal with ids that fit nothing, from its own URL table."""
    found: set[str] = set()

    def walk(patterns: list[Any], prefix: str) -> None:
        for entry in patterns:
            route = prefix + str(entry.pattern).lstrip("^")
            if isinstance(entry, URLResolver):
                walk(entry.url_patterns, route)
            elif isinstance(entry, URLPattern) and "(?P" not in route:
                for kind in ("uuid:", "str:", "slug:", "path:", "int:"):
                    while f"<{kind}" in route:
                        start = route.index(f"<{kind}")
                        fill = "00000000-0000-7000-8000-000000000000" if kind == "uuid:" else "1"
                        route = route[:start] + fill + route[route.index(">", start) + 1 :]
                found.add(f"/{route}")

    walk(get_resolver(f"haat.urls.{portal}").url_patterns, "")
    return found


@pytest.mark.parametrize("portal", ["seller", "customer", "admin"])
def test_every_unsafe_method_on_every_address_is_refused(
    portal: str, aster: Any, owner: Api, ravi: Any, asha: Any
) -> None:
    visitor = look_at(portal, aster, owner, ravi, asha)
    addresses = {one for one in addresses_of(portal) if not one.endswith("viewings/end") and one != "/view-as/end"}
    assert len(addresses) > 20
    closed = {one for one in addresses - {"/healthz"} if not one.startswith(("/webhooks", "/payments/razorpay"))}
    for turn, address in enumerate(sorted(closed)):
        for method in ("POST", OTHERS[turn % len(OTHERS)]):  # the rule asks for the method before it knows the address
            body = visitor.call(method, address)
            assert visitor.status == 403, (method, address, visitor.status)
            assert body is None or body["error"]["code"] == "viewing_only", (method, address)


@pytest.mark.parametrize("portal", ["seller", "customer", "admin"])
def test_sign_in_team_and_bank_pages_are_closed(portal: str, aster: Any, owner: Api, ravi: Any, asha: Any) -> None:
    """No secrets, no bank numbers, no factors, sessions or contacts of anybody."""
    visitor = look_at(portal, aster, owner, ravi, asha)
    closed = [one for one in addresses_of(portal) if one.startswith(("/api/v1/auth/", "/api/v1/me/"))]
    closed += [
        "/api/v1/auth/sessions",
        "/api/v1/me/factors",
        f"/api/v1/{portal}/team/members",
        f"/api/v1/{portal}/viewings",
    ]
    closed += ["/api/v1/seller/application"] if portal == "seller" else ["/login"] if portal == "customer" else []
    for address in set(closed) - {"/api/v1/me/portal", "/api/v1/auth/viewings/end"}:
        visitor.call("GET", address)
        assert visitor.status == 403, address
