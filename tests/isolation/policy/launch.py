"""The platform's own host."""

from __future__ import annotations

from tests.isolation.policy.line import ANYBODY, AWAY, SIGNED_IN, Table

# One line a route and method.
# fmt: off
launch = Table("launch")
launch("GET", "", ANYBODY)
launch("GET", "api/v1/launch/shops", ANYBODY)
launch("POST", "webhooks/razorpay/<str:account>", ANYBODY, {"account": "webhook"}, {"event": "x"}, own=(400, 401), why="unsigned")
launch("GET", "login", ANYBODY)
launch("POST", "login", ANYBODY, body={"identifier": "visitor@example.com"}, form=True, own=AWAY)
launch("GET", "login/code", ANYBODY, own=AWAY)
launch("POST", "login/code", ANYBODY, body={"challenge": "none", "code": "000000"}, form=True, own=(422,))
launch("POST", "logout", ANYBODY, form=True, own=AWAY)
launch("GET", "account", SIGNED_IN)
