"""An OpenID provider of the tests: discovery, keys, authorize, token with PKCE and userinfo, over real HTTP.

A test may bend each part of what it says, as an attacker or a broken server would.
"""

from __future__ import annotations

import base64
import hashlib
import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "haat-client", "haat-secret"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)  # takes a moment, so it is made once


class OpenIdIssuer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.key = KEY
        self.person: dict[str, Any] = {"sub": "s-1", "email": "asha@gmail.com", "email_verified": True, "name": "Asha"}
        self.codes: dict[str, dict[str, str]] = {}  # code → what authorize was asked with
        self.claims: dict[str, Any] = {}  # laid over the ID token's; None takes one away
        self.described: dict[str, Any] = {}  # laid over the discovery document
        self.userinfo: dict[str, Any] | None = None
        self.header: dict[str, Any] = {}
        self.sign_with: Any = None  # a key of somebody else; the text "none" for no signature at all
        self.down = False
        self.asked: list[str] = []
        self.thread = Thread(target=self.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.shutdown()
        self.server_close()
        self.thread.join()

    def visit(self, url: str) -> dict[str, str]:
        """What the browser would bring back from the page at this address, with the person signed in there."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert asked["response_type"] == "code" and asked["code_challenge_method"] == "S256"
        assert asked["client_id"] == CLIENT
        code = f"code-{len(self.codes) + 1}"
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def description(self) -> dict[str, Any]:
        return {
            "issuer": self.url, "authorization_endpoint": f"{self.url}/authorize", "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys", "userinfo_endpoint": f"{self.url}/userinfo",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        } | self.described  # fmt: skip

    def keys(self) -> dict[str, Any]:
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [key | {"kid": "k1", "use": "sig", "alg": "RS256"}]}

    def redeem(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        asked = self.codes.pop(form["code"], None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        right = asked and proof == asked["code_challenge"] and form["redirect_uri"] == asked["redirect_uri"]
        if not right or (form["client_id"], form["client_secret"]) != (CLIENT, SECRET):
            return 400, {"error": "invalid_grant"}
        assert asked
        now = int(time.time())
        told = {
            "iss": self.url,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **self.person,
        } | self.claims
        return 200, {"access_token": "at", "token_type": "Bearer", "id_token": self.sign(told)}

    def sign(self, told: dict[str, Any]) -> str:
        told = {name: value for name, value in told.items() if value is not None}
        if self.sign_with == "none":
            return jwt.encode(told, None, algorithm="none", headers={"kid": "k1"})
        if isinstance(self.sign_with, bytes):
            return jwt.encode(told, self.sign_with, algorithm="HS256", headers={"kid": "k1"})
        return jwt.encode(told, self.sign_with or self.key, algorithm="RS256", headers={"kid": "k1"} | self.header)


class Handler(BaseHTTPRequestHandler):
    server: OpenIdIssuer

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.server.asked.append(path)
        if self.server.down:
            return self._say(503, {})
        if path == "/authorize":  # a real browser: the person is signed in here and agrees at once
            brought = self.server.visit(self.path)
            asked = self.server.codes[brought["code"]]
            self.send_response(302)
            self.send_header("Location", f"{asked['redirect_uri']}?{urlencode(brought)}")
            return self.end_headers()
        if path == "/userinfo":
            assert self.headers["Authorization"] == "Bearer at"
            return self._say(200, self.server.userinfo or self.server.person)
        answer = {"/.well-known/openid-configuration": self.server.description, "/keys": self.server.keys}.get(path)
        return self._say(200, answer()) if answer else self._say(404, {})

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.asked.append(self.path)
        self._say(*self.server.redeem({name: values[0] for name, values in form.items()}))

    def _say(self, status: int, body: Any) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_: Any) -> None:
        pass
