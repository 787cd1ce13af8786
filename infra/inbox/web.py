"""The inbox over HTTP: SMS come in, messages go out as JSON and as a page."""

import json
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from infra.inbox import authenticator_page
from infra.inbox.keys import BadKey, Keys, read
from infra.inbox.messages import Message
from infra.inbox.page import CSP, render
from infra.inbox.store import Store

BYTES_MAX = 64_000
LIMIT_MAX = 500


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, store: Store, keys: Keys, port: int) -> None:
        self.store, self.keys = store, keys
        super().__init__(("127.0.0.1", port), Handler)


def start_http(store: Store, keys: Keys, port: int) -> Server:
    server = Server(store, keys, port)
    threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
    return server


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "haat-inbox"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        store, to = self.server.store, query.get("to") or None
        match parts.path:
            case "/healthz":
                self._json({"status": "ok"})
            case "/messages":
                self._json({"messages": store.newest(to=to, limit=_limit(query.get("limit")))})
            case "/":
                self._page(render(store.newest(to=to, limit=100), store.recipients(), to))
            case "/authenticator":
                self._page(authenticator_page.render(self.server.keys.codes()), authenticator_page.CSP)
            case "/authenticator/codes":
                self._json({"codes": self.server.keys.codes(query.get("label"))})
            case _:
                self._error(HTTPStatus.NOT_FOUND, "Nothing is at this address. Try / or /messages?to=someone.")

    def do_POST(self) -> None:
        if urlsplit(self.path).path == "/authenticator":
            return self._authenticator()
        if urlsplit(self.path).path != "/sms":
            return self._error(HTTPStatus.NOT_FOUND, "Only POST /sms and POST /authenticator are taken here.")
        try:
            length = int(self.headers.get("Content-Length", ""))
            if length > BYTES_MAX:
                return self._error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"At most {BYTES_MAX} bytes are taken.")
            message = _sms(json.loads(self.rfile.read(length)))
        except (ValueError, KeyError, TypeError):
            return self._error(HTTPStatus.UNPROCESSABLE_ENTITY, "Send JSON with `to` and `body`, and if known `from`.")
        self._json({"id": self.server.store.add(message)}, HTTPStatus.CREATED)
        return None

    def _authenticator(self) -> None:
        """A form of the page: a key to keep, or one to forget."""
        length = int(self.headers.get("Content-Length") or 0)
        if length > BYTES_MAX:
            return self._error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"At most {BYTES_MAX} bytes are taken.")
        form = {name: values[-1] for name, values in parse_qs(self.rfile.read(length).decode(errors="replace")).items()}
        keys = self.server.keys
        try:
            if form.get("remove", "").isdecimal():
                keys.remove(int(form["remove"]))
            else:
                keys.add(*read(form.get("key", ""), form.get("label", "")))
        except BadKey as error:
            page = authenticator_page.render(keys.codes(), str(error))
            return self._page(page, authenticator_page.CSP, HTTPStatus.UNPROCESSABLE_ENTITY)
        return self._send(HTTPStatus.SEE_OTHER, "text/plain", b"", {"Location": "/authenticator"})

    def do_DELETE(self) -> None:
        if urlsplit(self.path).path != "/messages":
            return self._error(HTTPStatus.NOT_FOUND, "Only DELETE /messages is taken here.")
        self.server.store.clear()
        self._json({"messages": []})
        return None

    def _json(self, value: object, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(status, "application/json", json.dumps(value, ensure_ascii=False).encode())

    def _error(self, status: HTTPStatus, sentence: str) -> None:
        self.close_connection = True  # a refused body was not read
        self._json({"error": sentence}, status)

    def _page(self, html: str, policy: str = CSP, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(status, "text/html; charset=utf-8", html.encode(), {"Content-Security-Policy": policy})

    def _send(self, status: HTTPStatus, kind: str, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        fixed = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "no-store"}
        for name, value in {**fixed, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - the name of the method overridden
        """Nothing: a browser asks every two seconds."""


def _limit(given: str | None) -> int:
    return min(int(given), LIMIT_MAX) if given and given.isdecimal() else 50


def _sms(fields: dict[str, Any]) -> Message:
    return Message("sms", str(fields["to"]), str(fields.get("from") or ""), "", str(fields["body"]), "")
