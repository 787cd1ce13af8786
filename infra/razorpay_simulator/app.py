"""The ASGI application: all routes, one world, one background worker."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from . import (
    accounts,
    checkout,
    control,
    dispute_api,
    documents,
    index,
    orders,
    payments,
    products,
    recon,
    refund_api,
    settlement_api,
    stakeholders,
    transfer_api,
    verify,
    webhook_api,
)
from .errors import ApiError, unknown_path
from .worker import Worker
from .world import World

# recon before settlements: /v1/settlements/recon/combined is not a settlement's id.
API = (
    *(orders, payments, refund_api, transfer_api, accounts, stakeholders, products),
    *(recon, settlement_api, dispute_api, documents),
)
NOUNS = (*API, webhook_api, verify, checkout, control, index)


async def _api_error(_request: Request, error: Exception) -> Response:
    known = error if isinstance(error, ApiError) else unknown_path()
    return JSONResponse(known.envelope(), status_code=known.status)


async def _not_found(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException) and not request.url.path.startswith(("/v1/", "/v2/")):
        return JSONResponse({"error": {"description": error.detail}}, status_code=error.status_code)
    return await _api_error(request, error)


def build(world: World, on_crash: Callable[[], None] = lambda: None) -> Starlette:
    """`on_crash` is called when the worker dies of a bug: a simulator without it would only look alive."""

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        worker = Worker(world)
        task = asyncio.create_task(worker.run())
        task.add_done_callback(lambda _: None if worker.stopping else on_crash())
        yield
        await worker.stop(task)

    app = Starlette(
        routes=[route for noun in NOUNS for route in noun.ROUTES],
        exception_handlers={ApiError: _api_error, HTTPException: _not_found},
        lifespan=lifespan,
    )
    app.state.world = world
    return app
