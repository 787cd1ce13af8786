"""HTTP without a network: a `requests` adapter that hands each request to an ASGI application and returns its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import requests
from requests.adapters import BaseAdapter

if TYPE_CHECKING:
    import asyncio
    from collections.abc import MutableMapping


class Wire(BaseAdapter):
    def __init__(self, app: Any, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self.app, self.loop = app, loop
        self.calls = 0

    def send(self, request: requests.PreparedRequest, **_: Any) -> requests.Response:  # type: ignore[override]  # stream, timeout and the like mean nothing here
        self.calls += 1
        call = Call(request)
        self.loop.run_until_complete(self.app(call.scope, call.receive, call.send))
        return call.answer()

    def close(self) -> None:
        pass


class Call:
    """One request on its way. `transport` is where the simulator cuts the line to lose an answer."""

    def __init__(self, request: requests.PreparedRequest) -> None:
        parts = urlsplit(request.url or "")
        body = request.body or b""
        self.request, self.body = request, body if isinstance(body, bytes) else body.encode()
        headers = [(name.lower().encode(), str(value).encode()) for name, value in request.headers.items()]
        self.scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": request.method, "scheme": "http",
            "path": unquote(parts.path), "raw_path": parts.path.encode(), "query_string": parts.query.encode(),
            "headers": headers, "client": ("127.0.0.1", 1), "server": (parts.hostname, 80), "root_path": "",
        }  # fmt: skip
        self.is_cut = self.is_read = False
        self.status, self.content = 0, b""
        self.headers: dict[str, str] = {}
        self.transport = self

    def close(self) -> None:
        self.is_cut = True

    async def receive(self) -> dict[str, Any]:
        if self.is_cut or self.is_read:
            return {"type": "http.disconnect"}
        self.is_read = True
        return {"type": "http.request", "body": self.body, "more_body": False}

    async def send(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            self.content += message.get("body", b"")

    def answer(self) -> requests.Response:
        if self.is_cut:
            raise requests.ConnectionError("The answer was lost.", request=self.request)
        found = requests.Response()
        found.status_code, found._content = self.status, self.content
        found.headers = requests.structures.CaseInsensitiveDict(self.headers)
        found.url, found.request, found.encoding = self.request.url or "", self.request, "utf-8"
        return found
