"""One request to the Razorpay API: key, faults, one transaction, answer. Nouns only write the part in the middle."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from . import faults, idempotency
from .errors import ApiError
from .merchants import Merchant, authenticate
from .world import World

Json = dict[str, Any]


@dataclass
class Call:
    """What a noun needs to know about a request."""

    world: World
    merchant: Merchant
    body: Json
    query: dict[str, str]
    path: dict[str, str]


Handler = Callable[[Call], Any]


def world_of(request: Request) -> World:
    world: World = request.app.state.world
    return world


async def json_body(request: Request) -> Json:
    raw = await request.body()
    if not raw:
        return {}
    try:
        body = json.loads(raw)
    except ValueError:
        raise ApiError("The request body is not valid JSON.") from None
    if not isinstance(body, dict):
        raise ApiError("The request body must be a JSON object.")
    return body


def _answer(world: World, call: Call, handler: Handler, key: idempotency.Key | None) -> Response:
    try:
        with world.store.transaction():
            body = idempotency.once(world, key, lambda: handler(call)) if key else handler(call)
    except ApiError as error:
        return JSONResponse(error.envelope(), status_code=error.status)
    world.wake.set()
    return JSONResponse(body)


def endpoint(handler: Handler, header: str = "") -> Callable[[Request], Awaitable[Response]]:
    """Wrap a noun's verb. `header` names its idempotency header, where Razorpay has one."""

    async def answer(request: Request) -> Response:
        world = world_of(request)
        merchant = authenticate(world, request.headers.get("authorization", ""))
        if request.headers.get("x-razorpay-account"):
            raise ApiError("X-Razorpay-Account is not simulated: ask with the merchant's own key.")
        fault = faults.take(world, request.method, request.url.path)
        call = Call(world, merchant, await json_body(request), dict(request.query_params), dict(request.path_params))
        key = idempotency.key_of(request, header, merchant, call.body)
        with idempotency.in_flight(world, key):
            if fault and fault.waits:
                await asyncio.sleep(fault.seconds)
            refusal = fault.refusal() if fault else None
            if refusal:
                return refusal
            response = _answer(world, call, handler, key)
        return fault.spoil(response) if fault else response

    return answer


def route(method: str, path: str, handler: Handler, *, header: str = "") -> Route:
    return Route(path, endpoint(handler, header), methods=[method])
