"""One control call: JSON in, one transaction, JSON out."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from infra.razorpay_simulator import fields
from infra.razorpay_simulator.api import Json, json_body, world_of
from infra.razorpay_simulator.errors import ApiError
from infra.razorpay_simulator.world import World


@dataclass
class Command:
    world: World
    body: Json
    query: dict[str, str]
    path: dict[str, str]

    def take(self, *allowed: str) -> Json:
        """The body, once it holds nothing but these fields."""
        fields.refuse_unknown(self.body, allowed)
        return self.body

    def text(self, name: str, default: str = "") -> str:
        value = self.body.get(name, default)
        if not isinstance(value, str):
            raise ApiError(f"{name} must be a string.", field=name)
        return value

    def number(self, name: str, default: float) -> float:
        value = self.body.get(name, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ApiError(f"{name} must be a number.", field=name)
        return value


def _endpoint(handler: Callable[[Command], Any]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        # A foreign page can post forms at this machine, but not JSON without asking first.
        if request.method != "GET" and "json" not in request.headers.get("content-type", "application/json"):
            raise ApiError("The control plane takes application/json.", status=415)
        world = world_of(request)
        command = Command(world, await json_body(request), dict(request.query_params), dict(request.path_params))
        with world.store.transaction():
            result = handler(command)
        world.wake.set()
        return JSONResponse(result)

    return answer


def control(method: str, path: str, handler: Callable[[Command], Any]) -> Route:
    return Route("/_sim" + path, _endpoint(handler), methods=[method])
