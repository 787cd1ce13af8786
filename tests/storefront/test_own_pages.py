"""A person's own pages, with forms alone: devices, addresses, what they agreed to, copies, leaving."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core import mail
from django.test import Client

from haat.core import clock
from haat.identity import identifiers
from haat.identity import services as identity
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import house
from tests.identity.conftest import code_to
from tests.storefront.conftest import Visitor
from tests.support import host_of, run_jobs

if TYPE_CHECKING:
    from collections.abc import Callable

ASHA = "asha@example.com"


@pytest.fixture(autouse=True)
def _private_folder(tmp_path: Any, settings: Any) -> None:
    settings.HAAT_PRIVATE_ROOT = str(tmp_path)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    real = clock.now
    return lambda by: monkeypatch.setattr(clock, "now", lambda: real() + by)


def enter(visitor: Visitor, address: str = ASHA) -> Visitor:
    visitor.open("/login")
    visitor.send("/login", identifier=address)
    visitor.follow()
    visitor.send("/login/code", code=code_to(address))
    return visitor


def platform() -> Visitor:
    visitor = Visitor.__new__(Visitor)
    visitor.client, visitor.answer, visitor.path = Client(HTTP_HOST=host_of("launch")), None, "/"
    return visitor


def test_devices_are_listed_and_ended_with_forms(aster: Any) -> None:
    """ASVS item 25"""
    here, there = enter(Visitor(aster)), enter(Visitor(aster))
    here.open("/account/devices")
    assert "this device" in here.text
    assert here.text.count(">Sign out there<") == 1
    ids = re.findall(r'name="id" value="([^"]+)"', here.text)
    answer = here.client.post("/account/devices", {"id": ids[0]}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer["Location"] == "/account/devices?ended=1"
    assert there.client.get("/account")["Location"].startswith("/login")
    answer = here.client.post("/account/devices", {}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 303


def test_after_a_while_the_page_asks_who_it_is_and_goes_on(aster: Any, later: Any) -> None:
    """ASVS item 26"""
    here = enter(Visitor(aster))
    later(timedelta(minutes=6))
    here.open("/account/contacts")
    here.send("/account/contacts", identifier="new@example.com")
    assert here.answer["Location"] == "/account/confirm?next=/account/contacts"
    here.follow()
    here.send("/account/confirm")
    assert "challenge=" in here.answer["Location"]
    here.follow()
    here.send("/account/confirm", code="000000" if code_to(ASHA) != "000000" else "111111")
    assert here.status == 422
    here.send("/account/confirm", code=code_to(ASHA))
    assert here.answer["Location"] == "/account/contacts"
    here.follow()
    here.send("/account/contacts", identifier="new@example.com")
    here.follow()
    here.send("/account/contacts/code", code=code_to("new@example.com"))
    assert "new@example.com" in here.follow()


def test_the_link_in_the_notice_shows_first_and_undoes_by_a_button(aster: Any) -> None:
    here = enter(Visitor(aster))
    here.open("/account/contacts")
    here.send("/account/contacts", identifier="new@example.com")
    here.follow()
    here.send("/account/contacts/code", code=code_to("new@example.com"))
    run_jobs(only="identity.")
    letter = next(one for one in mail.outbox if "/account/undo/" in one.body)
    assert "http://aster.haat.localhost:8000/account/undo/" in letter.body
    path = re.search(r"(/account/undo/\w+)", letter.body)[1]  # type: ignore[index]  # it is there
    stranger = Visitor(aster)
    stranger.open(path)
    assert "a•••@example.com" in stranger.text
    stranger.open(path)  # looking twice changes nothing
    answer = stranger.client.post(path, {}, headers={"Sec-Fetch-Site": "same-origin"})
    assert "It is as before" in answer.content.decode()
    assert here.client.get("/account")["Location"].startswith("/login")
    assert stranger.client.get(path).status_code == 404


def test_two_accounts_become_one_with_forms(aster: Any) -> None:
    identity.person(identifier=identifiers.parse("other@example.com"))
    here = enter(Visitor(aster))
    here.open("/account/contacts")
    here.send("/account/contacts", identifier="other@example.com")
    here.follow()
    here.send("/account/contacts/code", code=code_to("other@example.com"))
    assert "You have another account" in here.text
    here.send("/account/merge")
    assert here.answer["Location"].startswith("/account/merge/")
    here.follow()
    here.send(here.path.partition("?")[0], code=code_to(ASHA))
    assert "are being joined" in here.text


def test_consent_is_given_and_withdrawn_with_the_same_button(aster: Any) -> None:
    here = enter(Visitor(aster))
    for act, state in (("1", "Stop it"), ("0", "Allow it")):
        body = {"act": "consent", "purpose": "marketing_email", "granted": act}
        answer = here.client.post("/account/privacy", body, headers={"Sec-Fetch-Site": "same-origin"})
        assert answer["Location"] == "/account/privacy?done=consent"
        here.open("/account/privacy?done=consent")
        assert state in here.text
        assert "Saved." in here.text


def test_the_welcome_asks_plainly_and_unticked(aster: Any) -> None:
    here = enter(Visitor(aster), "fresh@example.com")
    here.open("/account?welcome=1")
    assert '<input type="checkbox" name="offers" value="1">' in here.text
    here.client.post("/account", {"name": "Fresh", "offers": "1"}, headers={"Sec-Fetch-Site": "same-origin"})
    with brand_scope(aster):
        from haat.customers.models import Consent

        assert Consent.objects.get().place == "sign_up"


def test_a_copy_is_asked_for_and_downloaded(aster: Any, later: Any) -> None:
    here = enter(Visitor(aster))
    post = {"Sec-Fetch-Site": "same-origin"}
    assert (
        here.client.post("/account/privacy", {"act": "copy"}, headers=post)["Location"] == "/account/privacy?done=copy"
    )
    run_jobs(only="privacy.")
    here.open("/account/privacy")
    path = re.search(r'href="(/account/privacy/copies/[^"]+)"', here.text)[1]  # type: ignore[index]  # it is there
    answer = here.client.get(path)
    assert answer["Content-Type"] == "application/zip"
    assert "attachment" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "private, no-store"
    later(timedelta(minutes=6))
    assert here.client.get(path)["Location"].startswith("/account/confirm")
    assert enter(Visitor(aster), "ben@example.com").client.get(path).status_code == 404


@pytest.mark.parametrize("on_platform", [False, True])
def test_leaving_is_asked_for_and_taken_back(aster: Any, on_platform: bool) -> None:
    here = enter(platform() if on_platform else Visitor(aster))
    here.open("/account/privacy")
    assert ("Close your account" if on_platform else "Be forgotten by Aster") in here.text
    assert "What has to stay" in here.text
    post = {"Sec-Fetch-Site": "same-origin"}
    assert (
        here.client.post("/account/privacy", {"act": "erase"}, headers=post)["Location"]
        == "/account/privacy?done=erase"
    )
    here.open("/account/privacy")
    assert "will be erased on" in here.text
    here.client.post("/account/privacy", {"act": "keep"}, headers=post)
    here.open("/account/privacy")
    assert "will be erased on" not in here.text


def test_the_platforms_host_has_the_same_pages_over_all_brands(aster: Any, birch: Any) -> None:
    for brand in (aster, birch):
        enter(Visitor(brand))
    here = enter(platform())
    here.open("/account/devices")
    assert "Aster" in here.text
    assert "Birch" in here.text
    for path in ("/account", "/account/contacts", "/account/confirm"):
        here.open(path)
        assert here.status == 200, path
        assert "launch/account.css" in here.text
    shop = enter(Visitor(aster))
    shop.open("/account/devices")
    assert "Birch" not in shop.text
    assert here.client.post("/logout", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303
    assert here.client.get("/account")["Location"].startswith("/login")
    assert house().slug == "house"
