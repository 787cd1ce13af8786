"""One person's browser: hosts by header, a token, cookies of a guest, and patience with a shop that is down for a moment."""

from __future__ import annotations

import time
import uuid
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests

if TYPE_CHECKING:
    from collections.abc import Callable

TIMEOUT_SECONDS = 20
PATIENCE_SECONDS = 240.0
FIRST_PAUSE, LONGEST_PAUSE = 0.3, 4.0


class GaveUp(Exception):
    """The shop did not answer for longer than anybody would wait."""


class Refused(Exception):
    """A clear no: the status and the code of the answer."""

    def __init__(self, status: int, code: str) -> None:
        self.status, self.code = status, code
        super().__init__(f"{status} {code}")


class Browser:
    def __init__(self, status: dict[str, Any], host: str, identifier: str, seen: Counter[str]) -> None:
        self.status, self.identifier, self.seen = status, identifier, seen
        self.port = urlsplit(status["platform"]["url"]).port
        self.headers = {"Host": f"{host}:{self.port}", "Haat-Device": uuid.uuid4().hex, "Sec-Fetch-Site": "same-origin"}
        self.session = requests.Session()

    def call(self, method: str, path: str, body: Any = None, *, key: str = "") -> Any:
        """The answer's data. What may have been lost on the way is asked again, a write with the same key."""
        pause, end = FIRST_PAUSE, time.monotonic() + PATIENCE_SECONDS
        while True:
            answer = self._once(method, path, body, key)
            if answer is not None and answer.status_code < 300:
                return answer.json()["data"] if answer.content else None
            if answer is not None and answer.status_code == 401 and "Authorization" in self.headers:
                self.sign_in()
            elif answer is not None and 400 <= answer.status_code < 500 and not _is_passing(answer):
                raise Refused(answer.status_code, _code(answer))
            if time.monotonic() > end:
                raise GaveUp(f"{method} {path}")
            self.seen["asked again"] += 1
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _once(self, method: str, path: str, body: Any, key: str) -> requests.Response | None:
        url = f"http://127.0.0.1:{self.port}{path if path.startswith('/') else f'/api/v1/customer/{path}'}"
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        try:
            answer = self.session.request(
                method, url, json=body, headers=headers, timeout=TIMEOUT_SECONDS, allow_redirects=False
            )
        except requests.RequestException as error:
            self.seen[f"error: {type(error).__name__}"] += 1
            return None
        if answer.status_code >= 500:
            self.seen[f"error: {answer.status_code}"] += 1
        return answer

    def sign_in(self) -> None:
        """A code from the inbox, as everybody who buys here."""
        self.headers.pop("Authorization", None)
        for _ in range(10):
            try:
                before = max((row["id"] for row in self._mail()), default=0)
                challenge = self.call("POST", "/api/v1/auth/login", {"identifier": self.identifier})["challenge_id"]
                code = waited(partial(self._code, before))
                found = self.call("POST", "/api/v1/auth/verify", {"challenge_id": challenge, "code": code})
            except (Refused, TimeoutError, requests.RequestException):
                self.seen["signed in again"] += 1
                continue
            self.headers["Authorization"] = f"Bearer {found['access']}"
            return
        raise GaveUp("sign-in")

    def _code(self, since: int) -> str | None:
        return next((row["code"] for row in self._mail() if row["id"] > since and row["code"]), None)

    def _mail(self) -> list[dict[str, Any]]:
        answer = requests.get(
            f"{self.status['inbox']}/messages", params={"to": self.identifier, "limit": "10"}, timeout=TIMEOUT_SECONDS
        )
        found: list[dict[str, Any]] = answer.json()["messages"]
        return found


def waited(ready: Callable[[], Any], seconds: float = 60.0) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := ready():
            return found
        time.sleep(0.3)
    raise TimeoutError


def _is_passing(answer: requests.Response) -> bool:
    """Too many requests, or the same request being worked on: a browser tries again."""
    return answer.status_code == 429 or _code(answer) == "request_in_progress"


def _code(answer: requests.Response) -> str:
    try:
        return str(answer.json()["error"]["code"])
    except (ValueError, KeyError, TypeError):
        return ""
