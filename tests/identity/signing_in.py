"""Signing in through the API, step by step, with a phone whose clock the test holds."""

from __future__ import annotations

import re
from base64 import b32decode
from datetime import datetime, timedelta
from typing import Any

from django.core import mail
from django_otp.oath import TOTP

from haat.core import clock
from tests.identity.software_key import SoftwareKey
from tests.support import Api, run_jobs


class Phone:
    """A person's authenticator app. It and the server see the same real clock, which stands still until moved."""

    def __init__(self, monkeypatch: Any) -> None:
        self.at = clock.wall()
        self.secret = ""
        monkeypatch.setattr(clock, "wall", lambda: self.at)

    def wait(self, seconds: int = 30) -> None:
        self.at += timedelta(seconds=seconds)

    def code(self) -> str:
        now = TOTP(b32decode(self.secret))
        now.time = self.at.timestamp()
        return f"{now.token():06d}"

    def wrong_code(self) -> str:
        return f"{(int(self.code()) + 1) % 1_000_000:06d}"


def first_proof(visitor: Api, identifier: str) -> Any:
    """The answer to the right code from the mail: signed in, or what comes next."""
    challenge = visitor.post("/api/v1/auth/login", {"identifier": identifier})["data"]["challenge_id"]
    run_jobs(only="identity.send_code")
    found = re.search(r"\b\d{6}\b", mail.outbox[-1].body)
    assert found
    return visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": found[0]})["data"]


def enrol_app(visitor: Api, phone: Phone, ticket: str | None = None) -> Any:
    """Set an authenticator app up, as the ticket's person or as the one signed in."""
    with_ticket = {"ticket": ticket} if ticket else {}
    setup = visitor.post("/api/v1/auth/enrolment/authenticator", with_ticket)["data"]
    phone.secret = setup["secret"]
    given = with_ticket | {"id": setup["id"], "code": phone.code(), "name": "My phone"}
    return visitor.post("/api/v1/auth/enrolment/authenticator/confirmation", given)


def enrol_passkey(visitor: Api, ticket: str | None = None, key: SoftwareKey | None = None) -> SoftwareKey:
    key = key or software_key(visitor)
    with_ticket = {"ticket": ticket} if ticket else {}
    begun = visitor.post("/api/v1/auth/enrolment/passkey", with_ticket)["data"]
    given = with_ticket | {"challenge_id": begun["challenge_id"], "credential": key.make(begun["options"])}
    body = visitor.post("/api/v1/auth/enrolment/passkey/confirmation", given | {"name": "Laptop"})
    assert visitor.status == 200, body
    return key


def software_key(visitor: Api) -> SoftwareKey:
    return SoftwareKey(f"http://{visitor.client.defaults['HTTP_HOST']}")


def sign_by_passkey(visitor: Api, key: SoftwareKey) -> Any:
    """Sign in without a code."""
    begun = visitor.post("/api/v1/auth/passkey/options")["data"]
    answer = key.sign(begun["options"])
    return visitor.post("/api/v1/auth/passkey", {"challenge_id": begun["challenge_id"], "credential": answer})


def prove(visitor: Api, code: str, method: str = "totp") -> Any:
    return visitor.post("/api/v1/auth/step-up", {"method": method, "code": code})


def bearer(visitor: Api, answer: Any) -> Api:
    visitor.headers["Authorization"] = f"Bearer {answer['access']}"
    return visitor


def move_clock(monkeypatch: Any, by: timedelta) -> datetime:
    """The clock of business goes on; the phone's does not."""
    later = clock.now() + by
    monkeypatch.setattr(clock, "now", lambda: later)
    return later
