"""Changing phone or e-mail: only by the person, proven before, told to the old address, and undone by its link."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from haat.core.models import Job
from haat.identity import identifiers, services
from haat.identity.models import ContactChange, User
from haat.identity.services.memberships import AddressHeld
from tests.identity.conftest import code_to
from tests.support import Api, run_jobs

CONTACTS = "/api/v1/me/contacts"


def change(visitor: Any, address: str) -> Any:
    asked = visitor.api.post(CONTACTS, {"identifier": address})
    assert visitor.api.status == 200, asked
    proof = {"challenge_id": asked["data"]["challenge_id"], "code": code_to(address)}
    return visitor.api.post(f"{CONTACTS}/proof", proof)


def undo_link() -> tuple[str, str]:
    """Who was told, and the token in the link."""
    run_jobs(only="identity.")
    letter = next(one for one in reversed(mail.outbox) if "/account/undo/" in one.body)
    found = re.search(r"/account/undo/([0-9a-f]+)", letter.body)
    assert found
    return letter.to[0], found[1]


def test_a_new_address_is_proven_and_the_old_one_told(aster: Any, browser: Any) -> None:
    """ASVS item 26"""
    here, there = (browser("customer", aster).sign_in("asha@example.com") for _ in range(2))
    body = change(here, "asha.new@example.com")
    assert body["data"] == {"email": "asha.new@example.com", "phone": None}
    assert here.is_in()
    assert not there.is_in()  # other sign-ins ended
    told, token = undo_link()
    assert told == "asha@example.com"
    letter = mail.outbox[-1].body
    assert "asha.new@example.com" not in letter
    assert "a•••@example.com" in letter
    assert token not in str(list(Job.objects.values_list("payload", flat=True)))


def test_changing_an_address_needs_a_fresh_sign_in(aster: Any, browser: Any, later: Any) -> None:
    """ASVS item 26: before the code is sent and again before it is taken."""
    here = browser("customer", aster).sign_in("asha@example.com")
    asked = here.api.post(CONTACTS, {"identifier": "asha.new@example.com"})["data"]
    code = code_to("asha.new@example.com")
    later(timedelta(minutes=5, seconds=1))
    for path, body in (
        (CONTACTS, {"identifier": "x@example.com"}),
        (f"{CONTACTS}/proof", {"challenge_id": asked["challenge_id"], "code": code}),
    ):
        answer = here.api.post(path, body)
        assert (here.api.status, answer["error"]["code"]) == (403, "fresh_login_required")
    confirm = here.api.post("/api/v1/me/confirmations")["data"]
    assert confirm["masked"] == "a•••@example.com"
    here.api.post(
        "/api/v1/me/confirmations/proof", {"challenge_id": confirm["challenge_id"], "code": code_to("asha@example.com")}
    )
    assert here.api.status == 200
    change(here, "asha.new@example.com")
    assert here.api.status == 200


def test_a_code_is_for_one_purpose_and_one_person(aster: Any, browser: Any) -> None:
    """ASVS item 26: the code for a new address is no sign-in, and another person's is nothing."""
    asha, ben = (browser("customer", aster).sign_in(f"{name}@example.com") for name in ("asha", "ben"))
    asked = asha.api.post(CONTACTS, {"identifier": "asha.new@example.com"})["data"]
    proof = {"challenge_id": asked["challenge_id"], "code": code_to("asha.new@example.com")}
    for visitor, path in (
        (asha, "/api/v1/auth/verify"),
        (asha, "/api/v1/me/confirmations/proof"),
        (ben, f"{CONTACTS}/proof"),
    ):
        answer = visitor.api.post(path, proof)
        assert (visitor.api.status, answer["error"]["code"]) == (422, "wrong_code")
    assert not User.objects.filter(email="asha.new@example.com").exists()


def test_a_taken_address_answers_like_a_free_one_until_it_is_proven(aster: Any, browser: Any) -> None:
    services.person(identifier=identifiers.parse("taken@example.com"))
    here = browser("customer", aster).sign_in("asha@example.com")
    free = here.api.post(CONTACTS, {"identifier": "free@example.com"})["data"]
    taken = here.api.post(CONTACTS, {"identifier": "taken@example.com"})["data"]
    assert set(free) == set(taken)
    assert (free["masked"], taken["masked"]) == ("f•••@example.com", "t•••@example.com")
    answer = change(here, "taken@example.com")
    assert (here.api.status, answer["error"]["code"]) == (409, "address_taken")
    assert User.objects.get(email="asha@example.com")
    assert User.objects.get(email="taken@example.com").name == ""


def test_it_was_not_me_puts_everything_back_and_ends_all_sign_ins(aster: Any, browser: Any, settings: Any) -> None:
    """ASVS item 26: a thief who changed mail and phone is out with one link."""
    settings.SMS_URL = ""
    thief = browser("customer", aster).sign_in("asha@example.com")
    change(thief, "thief@example.com")
    _, token = undo_link()
    user = User.objects.get(email="thief@example.com")
    ContactChange.objects.filter(user=user).update(created_at="2020-01-01T00:00:00Z")
    asked = thief.api.post(CONTACTS, {"identifier": "98200 54321"})["data"]
    challenge = services.challenges.LoginChallenge.objects.get(pk=asked["challenge_id"])
    thief.api.post(
        f"{CONTACTS}/proof", {"challenge_id": asked["challenge_id"], "code": services.challenges.code_of(challenge)}
    )
    assert thief.api.status == 200
    visitor = Api("customer", aster)
    shown = visitor.post("/api/v1/auth/contact-undo/preview", {"token": token})["data"]
    assert shown == {"channel": "email", "restores": "a•••@example.com", "removes": "t•••@example.com"}
    visitor.post("/api/v1/auth/contact-undo", {"token": token})
    assert visitor.status == 200
    user.refresh_from_db()
    assert (user.email, user.phone) == ("asha@example.com", None)
    assert not thief.is_in()
    assert not thief.by_token().is_in()
    visitor.post("/api/v1/auth/contact-undo", {"token": token})
    assert visitor.status == 404  # once
    assert browser("customer", aster).sign_in("asha@example.com").is_in()


@pytest.mark.parametrize("wrong", ["", "x", "0" * 64])
def test_a_made_up_link_undoes_nothing(aster: Any, wrong: str) -> None:
    visitor = Api("customer", aster)
    visitor.post("/api/v1/auth/contact-undo", {"token": wrong})
    assert visitor.status in {404, 422}


def test_a_link_ends_after_three_days(aster: Any, browser: Any, later: Any) -> None:
    change(browser("customer", aster).sign_in("asha@example.com"), "asha.new@example.com")
    _, token = undo_link()
    later(timedelta(hours=72, seconds=1))
    visitor = Api("customer", aster)
    visitor.post("/api/v1/auth/contact-undo", {"token": token})
    assert visitor.status == 404


def test_an_address_that_may_come_back_is_nobody_elses_meanwhile(aster: Any, browser: Any) -> None:
    change(browser("customer", aster).sign_in("asha@example.com"), "asha.new@example.com")
    with pytest.raises(AddressHeld):
        services.person(identifier=identifiers.parse("asha@example.com"))
    ben = browser("customer", aster).sign_in("ben@example.com")
    answer = change(ben, "asha@example.com")
    assert (ben.api.status, answer["error"]["code"]) == (409, "address_held")
    owner = browser("customer", aster).sign_in("asha.new@example.com")
    change(owner, "asha@example.com")  # their own old address they may take again
    assert owner.api.status == 200


def test_the_log_says_that_it_changed_and_not_to_what(aster: Any, browser: Any) -> None:
    from haat.audit import queries as audit
    from haat.tenancy.context import brand_scope

    change(browser("customer", aster).sign_in("asha@example.com"), "asha.new@example.com")
    run_jobs(only="audit.")
    with brand_scope(aster):
        (entry,) = audit.entries(action="contact.changed")
    assert set(entry.after) == {"channel", "change"}
    assert entry.after["channel"] == "email"
