"""A customer's second step, without any script: set up, asked at the next sign-in, changed only after a proof."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from tests.identity.signing_in import Phone, move_clock
from tests.storefront.conftest import Visitor


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch) -> Phone:
    return Phone(monkeypatch)


def set_up(visitor: Visitor, phone: Phone) -> list[str]:
    """From the account page to the recovery codes, which are shown this once."""
    visitor.open("/account/security")
    visitor.send("/account/security", act="begin-app")
    found = re.search(r'class="secret">([A-Z2-7]+)<', visitor.text)
    assert found
    phone.secret = found[1]
    assert 'src="data:image/svg+xml' in html.unescape(visitor.text)
    visitor.send("/account/security", code=phone.code())
    return re.findall(r"<code>([0-9A-Z-]{14})</code>", visitor.text)


def test_a_customer_may_set_up_an_app_and_is_asked_for_it_afterwards(
    visitor: Visitor, aster: Any, asha: Any, phone: Phone
) -> None:
    """ASVS item 17: somebody who signs in by SMS is offered more, and told why."""
    visitor.sign_in(goal="/account/security")
    visitor.follow()
    assert "whoever takes over your number" in visitor.text
    assert len(set_up(visitor, phone)) == 10
    phone.wait()

    again = Visitor(aster)
    again.sign_in(goal="/orders")
    assert again.status == 200
    assert "Code of your authenticator app" in again.text
    assert "ticket" not in again.path
    again.send("/login/factor", code=phone.wrong_code())
    assert again.status == 422
    assert "wrong or was used" in again.text
    again.send("/login/factor", code=phone.code())
    assert again.answer.headers["Location"] == "/orders"
    again.open("/account")
    assert again.status == 200


def test_a_recovery_code_lets_in_and_leads_to_security(visitor: Visitor, aster: Any, asha: Any, phone: Phone) -> None:
    visitor.sign_in(goal="/account/security")
    codes = set_up(visitor, phone)
    again = Visitor(aster)
    again.sign_in(goal="/orders")
    again.send("/login/factor", method="recovery_code", code=codes[0])
    assert again.answer.headers["Location"] == "/account/security?recovered=1"
    assert "You used a recovery code" in again.follow()
    assert "9 are left" in again.text


def test_removing_the_app_asks_for_a_proof_first(
    visitor: Visitor, asha: Any, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ASVS item 26."""
    visitor.sign_in(goal="/account/security")
    set_up(visitor, phone)
    phone.wait()
    move_clock(monkeypatch, timedelta(minutes=6))
    visitor.open("/account/security")
    fields = dict(re.findall(r'name="(kind|id)" value="([^"]+)"', visitor.text))
    visitor.send("/account/security", act="remove", **fields)
    assert visitor.answer.headers["Location"] == "/account/security/proof"
    visitor.follow()
    visitor.send("/account/security/proof", code=phone.code())
    assert visitor.answer.headers["Location"] == "/account/security?proved=1"
    visitor.follow()
    visitor.send("/account/security", act="remove", **fields)
    assert visitor.answer.headers["Location"] == "/account/security?removed=1"


def test_a_stranger_is_sent_to_sign_in(visitor: Visitor) -> None:
    for path in ("/account/security", "/account/security/proof"):
        visitor.open(path)
        assert visitor.answer.headers["Location"].startswith("/login")
    assert not mail.outbox
