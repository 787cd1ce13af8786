"""What every host has. A line here counts for each portal that has the route."""

from __future__ import annotations

from tests.isolation.policy.line import ANYBODY, SIGNED_IN, Table

NOBODYS = {"challenge_id": "0198c0de-0000-7000-8000-000000000000"}

# One line a route and method.
# fmt: off
shared = Table("*")
shared("GET", "healthz", ANYBODY)
shared("POST", "api/v1/auth/login", ANYBODY, body={"identifier": "visitor@example.com"})
shared("POST", "api/v1/auth/register", ANYBODY, body={"identifier": "visitor@example.com", "name": "V"})
shared("POST", "api/v1/auth/resend", ANYBODY, body=NOBODYS, own=(404,), why="nobody has this challenge; test_tokens has the rest")
shared("POST", "api/v1/auth/verify", ANYBODY, body=NOBODYS | {"code": "000000"}, own=(422,), why="the same")
shared("POST", "api/v1/auth/refresh", ANYBODY, own=(401,), why="without a cookie; test_tokens has those with one")
shared("POST", "api/v1/auth/logout", ANYBODY)
shared("GET", "api/v1/me", SIGNED_IN)
shared("GET", "api/v1/me/portal", ANYBODY)
shared("GET", "media/<path:name>", ANYBODY, {"name": "file"})
for role in ("customer", "seller", "admin", "platform"):
    shared("GET", f"api/v1/{role}/schema", ANYBODY, brief=True)
    shared("GET", f"api/v1/{role}/docs", ANYBODY, brief=True)
