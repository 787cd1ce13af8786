"""The authenticator of the development inbox: what a portal shows can be pasted, and gives the code that it expects."""

from __future__ import annotations

import json
from base64 import b32encode
from urllib.parse import urlencode

import pytest
from django_otp.oath import TOTP

from infra.inbox.keys import BadKey, code, read
from tests.infra.test_inbox import call, inbox

__all__ = ["inbox"]
SECRET = b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(("at", "expected"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")])
def test_codes_are_those_of_the_standard(at: int, expected: str) -> None:
    assert code(SECRET, at) == expected
    other = TOTP(b"12345678901234567890")
    other.time = at
    assert f"{other.token():06d}" == expected


def test_a_key_is_read_however_it_was_copied() -> None:
    spaced = " ".join(SECRET[part : part + 4].lower() for part in range(0, len(SECRET), 4))
    assert read(spaced, "om@haat.example") == ("om@haat.example", SECRET)
    uri = f"otpauth://totp/Haat:om%40haat.example?secret={SECRET}&issuer=Haat"
    assert read(uri) == ("om@haat.example", SECRET)


@pytest.mark.parametrize("text", ["", "hello world!", "ABC", "otpauth://totp/x", "01890189018901890189"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(BadKey):
        read(text)


def test_a_pasted_key_is_kept_shown_and_removed(inbox) -> None:
    _smtp, web = inbox
    assert call(web, "POST", "/authenticator", urlencode({"key": SECRET, "label": "om@haat.example"}))[0] == 303
    codes = json.loads(call(web, "GET", "/authenticator/codes?label=om%40haat.example")[1])["codes"]
    assert len(codes) == 1
    assert len(codes[0]["code"]) == 6
    assert 1 <= codes[0]["seconds_left"] <= 30
    page = call(web, "GET", "/authenticator")[1]
    assert "om@haat.example" in page
    assert call(web, "POST", "/authenticator", urlencode({"key": "nonsense!"}))[0] == 422
    call(web, "POST", "/authenticator", urlencode({"remove": codes[0]["id"]}))
    assert json.loads(call(web, "GET", "/authenticator/codes")[1])["codes"] == []
