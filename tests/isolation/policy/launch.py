"""The platform's own host."""

from __future__ import annotations

from tests.isolation.policy.line import ANYBODY, Table

# One line a route and method.
# fmt: off
launch = Table("launch")
launch("GET", "", ANYBODY)
launch("GET", "api/v1/launch/shops", ANYBODY)
launch("POST", "webhooks/razorpay/<str:account>", ANYBODY, {"account": "webhook"}, {"event": "x"}, own=(400, 401), why="unsigned")
