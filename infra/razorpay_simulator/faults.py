"""Planned misbehaviour of the API, set by the control plane for the n-th call of a path; kept across restarts."""

import asyncio
from dataclasses import dataclass
from fnmatch import fnmatchcase

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from .errors import ApiError, in_progress, server_error, throttled
from .world import World

# Before: the request is refused and nothing happens. After: it is done, and only the answer goes wrong.
BEFORE = {"409", "429", "500", "502", "closed"}
AFTER = {"lost", "truncated", "drip", "500_after", "502_after"}
KINDS = BEFORE | AFTER | {"delay"}
BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


class BrokenResponse(Response):
    """Send the first `share` of the answer, then drop the connection."""

    def __init__(self, whole: Response, share: float) -> None:
        super().__init__(whole.body, whole.status_code, media_type="application/json")
        self.share = share

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        # uvicorn hands out bound methods of its request cycle; there is no other way to its socket.
        transport = receive.__self__.transport  # type: ignore[attr-defined]  # see above
        if self.share:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            sent = bytes(self.body)[: int(len(self.body) * self.share)]
            await send({"type": "http.response.body", "body": sent, "more_body": True})
        transport.close()
        while (await receive())["type"] != "http.disconnect":
            pass


class DrippingResponse(Response):
    """A byte, a pause, a byte: no single wait is long, and the whole never ends in time."""

    def __init__(self, whole: Response, pause: float) -> None:
        super().__init__(whole.body, whole.status_code, media_type="application/json")
        self.pause = pause

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for byte in bytes(self.body):
            await send({"type": "http.response.body", "body": bytes([byte]), "more_body": True})
            await asyncio.sleep(self.pause)
        await send({"type": "http.response.body", "body": b""})


@dataclass(frozen=True)
class Fault:
    kind: str
    seconds: float

    @property
    def waits(self) -> bool:
        """Before the call; a dripping answer takes its seconds at each byte."""
        return self.seconds > 0 and self.kind != "drip"

    def refusal(self) -> Response | None:
        """The answer in place of doing anything."""
        if self.kind == "closed":
            return BrokenResponse(Response(), 0.0)
        if self.kind == "502":
            return HTMLResponse(BAD_GATEWAY, status_code=502)
        errors: dict[str, ApiError] = {"409": in_progress(), "429": throttled(), "500": server_error()}
        error = errors.get(self.kind)
        return JSONResponse(error.envelope(), status_code=error.status) if error else None

    def spoil(self, response: Response) -> Response:
        """The answer after everything was done and committed."""
        if self.kind in ("lost", "truncated"):
            return BrokenResponse(response, 0.0 if self.kind == "lost" else 0.5)
        if self.kind == "drip":
            return DrippingResponse(response, self.seconds)
        if self.kind == "500_after":
            return JSONResponse(server_error().envelope(), status_code=500)
        return HTMLResponse(BAD_GATEWAY, status_code=502) if self.kind == "502_after" else response


def plan(world: World, *, method: str, path: str, kind: str, seconds: float, skip: int, times: int) -> None:
    if kind not in KINDS:
        raise ApiError(f"Unknown fault {kind!r}: one of {', '.join(sorted(KINDS))}.", field="kind")
    world.store.run(
        "INSERT INTO faults (method, path, kind, seconds, skip, times) VALUES (?, ?, ?, ?, ?, ?)",
        *(method.upper(), path, kind, seconds, skip, times),
    )


def take(world: World, method: str, path: str) -> Fault | None:
    """The fault of this call, if one is due. Counts down in a transaction of its own: a fault is used up even so."""
    with world.store.transaction():
        for row in world.store.rows("SELECT * FROM faults ORDER BY seq"):
            if row["method"] not in ("*", method) or not fnmatchcase(path, row["path"]):
                continue
            if row["skip"] > 0:
                world.store.run("UPDATE faults SET skip = skip - 1 WHERE seq = ?", row["seq"])
                continue
            world.store.run("UPDATE faults SET times = times - 1 WHERE seq = ?", row["seq"])
            world.store.run("DELETE FROM faults WHERE times <= 0")
            return Fault(row["kind"], row["seconds"])
    return None
