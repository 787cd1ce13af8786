"""Settlements over HTTP: /v1/settlements."""

from typing import Any

from starlette.routing import Route

from .api import Call, route
from .listing import bodies, page


def every(call: Call) -> dict[str, Any]:
    return bodies(page(call, "settlement", parent=call.merchant.id))


def fetch(call: Call) -> dict[str, Any]:
    return call.world.fetch("settlement", call.path["id"], call.merchant.id).body


ROUTES: list[Route] = [
    route("GET", "/v1/settlements", every),
    route("GET", "/v1/settlements/{id}", fetch),
]
