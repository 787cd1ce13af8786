"""A clock that tests move, people who sign in as people do, and issuers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from argon2 import PasswordHasher
from django.core import mail

from haat.core import clock
from haat.identity.services import recovery
from tests.identity.looks import begin, opened
from tests.identity.signing_in import Phone, software_key
from tests.identity.teams import proven
from tests.identity.visits import google, issuer, keycloak, visit  # noqa: F401 - fixtures of this folder
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta


NOBODYS = recovery._NOBODYS  # hashed as recovery codes are outside tests
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(autouse=True)
def _quick_recovery_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten slow hashes for each person with an app; how slow they are is asked of `NOBODYS`."""
    monkeypatch.setattr(recovery, "_hasher", QUICK)
    monkeypatch.setattr(recovery, "_NOBODYS", QUICK.hash("nobody's code"))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """`later(timedelta(days=3))` moves the one clock on."""
    real, moved = clock.now, []

    def move(by: timedelta) -> None:
        moved.append(by)
        monkeypatch.setattr(clock, "now", lambda: sum(moved, start=real()))

    return move


def code_to(address: str) -> str:
    """The newest code that was mailed to an address."""
    run_jobs(only="identity.")
    letters = [letter for letter in mail.outbox if letter.to == [address]]
    found = re.search(r"\b\d{6}\b", letters[-1].body)
    assert found
    return found[0]


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch) -> Phone:
    """A phone with an authenticator app."""
    return Phone(monkeypatch)


@dataclass
class Browser:
    """A visitor of a storefront or portal with cookies, signed in by code; `api` speaks with the cookies or the token."""

    api: Api
    access: str = ""

    def sign_in(self, address: str) -> Browser:
        body = self.api.post("/api/v1/auth/login", {"identifier": address})
        proof = {"challenge_id": body["data"]["challenge_id"], "code": code_to(address)}
        answer = self.api.post("/api/v1/auth/verify", proof)
        assert self.api.status == 200, answer
        entered = answer["data"]
        if entered.get("next") == "enrol":  # staff set up a passkey first
            entered = self._enrol(entered["ticket"])
        self.access = entered["access"]
        return self

    def _enrol(self, ticket: str) -> Any:
        begun = self.api.post("/api/v1/auth/enrolment/passkey", {"ticket": ticket})["data"]
        made = software_key(self.api).make(begun["options"])
        given = {"ticket": ticket, "challenge_id": begun["challenge_id"], "credential": made, "name": "Laptop"}
        return self.api.post("/api/v1/auth/enrolment/passkey/confirmation", given)["data"]

    def by_token(self) -> Browser:
        self.api.headers["Authorization"] = f"Bearer {self.access}"
        return self

    def is_in(self) -> bool:
        self.api.get("/api/v1/me")
        return bool(self.api.status == 200)


@pytest.fixture
def browser() -> Callable[..., Browser]:
    def make(portal: str, brand: Any = None, agent: str = "") -> Browser:
        api = Api(portal, brand)
        if agent:
            api.headers["User-Agent"] = agent
        return Browser(api)

    return make


@pytest.fixture
def owner(aster: Any, nia: Any) -> Api:
    return proven(Api("admin", aster, nia.user))


@pytest.fixture
def look(aster: Any, owner: Api, ravi: Any) -> Api:
    """Nia looks at Ravi's portal."""
    return opened(begin(owner, f"sellers/{ravi.seller.pk}/viewings"), "seller", aster)
