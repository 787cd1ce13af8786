"""What one brand or portal gave is worthless on every other: tokens, cookies, codes, keys."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection
from django.test import Client

from haat.core import clock
from haat.identity import services as identity
from haat.tenancy.context import public_scope
from tests.isolation import policy
from tests.isolation.world import marks
from tests.support import Api, host_of, run_jobs, sign_in

if TYPE_CHECKING:
    from tests.isolation.world import Side, World

pytestmark = pytest.mark.usefixtures("undone")
PLANTED = "planted0by0somebody0else0"  # a session id that a visitor was made to bring along
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
PLACES = [("customer", "aster"), ("customer", "birch"), ("seller", "aster"), ("seller", "birch"), ("admin", "aster"), ("admin", "birch"), ("platform", ""), ("launch", "")]  # fmt: skip
SAMPLE = {"customer": "/api/v1/customer/profile", "seller": "/api/v1/seller/shop", "admin": "/api/v1/admin/orders", "platform": "/api/v1/platform/brands", "launch": "/api/v1/me"}  # fmt: skip
HOLDERS = {"customer": "asha", "seller": "ravi", "admin": "nia", "launch": "asha"}


def holder(world: World, portal: str, slug: str) -> Any:
    return world.platform["olga"] if portal == "platform" else world.side(slug).people[HOLDERS[portal]]


def brand(world: World, slug: str) -> Any:
    return world.side(slug).brand if slug else None


@pytest.mark.parametrize(("portal", "slug"), PLACES, ids=lambda part: part or "-")
def test_an_access_token_opens_one_portal_of_one_brand(world: World, portal: str, slug: str) -> None:
    """ASVS item 27: audience and brand of a token are checked, on each host against each other one."""
    token = sign_in(holder(world, portal, slug), portal, brand(world, slug))
    for other, place in PLACES:
        answer = Client(HTTP_HOST=host_of(other, brand(world, place))).get(
            SAMPLE[other], headers={"Authorization": f"Bearer {token}"}
        )
        connection.set_schema_to_public()
        wanted = 200 if (other, place) == (portal, slug) else 401
        assert answer.status_code == wanted, (other, place, answer.status_code)


def test_every_route_of_the_neighbour_refuses_the_token_of_here(world: World) -> None:
    """ASVS item 2: not one route that asks for a sign-in takes the same person's token of another brand."""
    wrong = []
    portals = ("customer", "seller", "admin")
    tokens = {portal: sign_in(world.aster.people[HOLDERS[portal]], portal, world.aster.brand) for portal in portals}
    for line in policy.lines():
        if line.portal in tokens and line.who != policy.ANYBODY and line.path.startswith("api/"):
            path = "/" + re.sub(
                r"<(?:\w+:)?(\w+)>", lambda found, line=line: world.birch.any_thing(line.names[found[1]]), line.path
            )
            client = Client(HTTP_HOST=host_of(line.portal, world.birch.brand))
            headers = SAME_ORIGIN | {
                "Authorization": f"Bearer {tokens[line.portal]}", "Idempotency-Key": uuid.uuid4().hex,
            }  # fmt: skip
            answer = client.generic(line.method, path, "{}", content_type="application/json", headers=headers)
            connection.set_schema_to_public()
            told = (401, 422) if line.path.startswith("api/v1/auth/enrolment/") else (401,)  # there a ticket may speak
            if answer.status_code not in told or marks.found(marks.secrets("birch"), answer.content):
                wrong.append(f"{line.method} {line.portal} {path}: {answer.status_code}")
    assert wrong == []
    for portal, token in tokens.items():  # it was not the token that was wrong
        client = Client(HTTP_HOST=host_of(portal, world.aster.brand))
        assert client.get(SAMPLE[portal], headers={"Authorization": f"Bearer {token}"}).status_code == 200
        connection.set_schema_to_public()


@pytest.mark.parametrize("portal", ["customer", "seller", "admin"])
def test_a_refresh_cookie_of_here_gets_nothing_there(world: World, portal: str) -> None:
    with public_scope():
        pair = identity.issue(
            user=world.aster.people[HOLDERS[portal]], portal=portal, brand_id=world.aster.brand.pk, methods=["otp", "email"], user_agent="", at=clock.now(),
        )  # fmt: skip
    for other, slug in PLACES:
        if (other, slug) != (portal, "aster"):
            client = Client(HTTP_HOST=host_of(other, brand(world, slug)))
            client.cookies[settings.HAAT_REFRESH_COOKIE] = pair.refresh
            answer = client.post("/api/v1/auth/refresh", headers=SAME_ORIGIN)
            assert answer.status_code == 401, (other, slug)
            assert "access" not in answer.content.decode()


def shopper(side: Side, party: str) -> Client:
    """Somebody who signed in on the storefront with a code, as a browser keeps it."""
    client = Client(HTTP_HOST=host_of("customer", side.brand))
    address = side.people[party].email
    started = client.post(
        "/api/v1/auth/login", {"identifier": address}, content_type="application/json", headers=SAME_ORIGIN
    )
    connection.set_schema_to_public()
    mail.outbox.clear()
    run_jobs(only="identity.")
    found = re.search(r"\b\d{6}\b", str(mail.outbox[-1].body))
    assert found
    body = {"challenge_id": started.json()["data"]["challenge_id"], "code": found[0]}
    client.cookies[settings.SESSION_COOKIE_NAME] = PLANTED
    done = client.post("/api/v1/auth/verify", body, content_type="application/json", headers=SAME_ORIGIN)
    connection.set_schema_to_public()
    assert done.status_code == 200, done.content
    assert len(client.cookies[settings.SESSION_COOKIE_NAME].value) >= 32
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != PLANTED
    return client


def test_a_storefront_session_is_worthless_on_every_other_host(world: World) -> None:
    """ASVS items 18 and 22: the session names its brand, and a new one begins with the sign-in."""
    client = shopper(world.aster, "asha")
    assert client.get("/api/v1/customer/profile").status_code == 200
    for portal, slug in PLACES:
        if (portal, slug) != ("customer", "aster"):
            other = Client(HTTP_HOST=host_of(portal, brand(world, slug)))
            other.cookies = client.cookies
            answer = other.get(SAMPLE[portal])
            assert answer.status_code == 401, (portal, slug)
    there = Client(HTTP_HOST=host_of("customer", world.birch.brand))
    there.cookies = client.cookies
    assert there.get("/orders").headers["Location"].startswith("/login")
    assert there.get("/personal").json() == {"cart_count": 0, "is_signed_in": False, "name": ""}
    connection.set_schema_to_public()


def test_a_code_of_here_signs_nobody_in_there_nor_on_another_portal(world: World) -> None:
    """ASVS item 18: challenge and code are bound to portal and brand."""
    start = Api("customer", world.aster.brand)
    body = start.post("/api/v1/auth/login", {"identifier": world.aster.people["nia"].email})
    run_jobs(only="identity.")
    code = re.search(r"\b\d{6}\b", str(mail.outbox[-1].body))
    assert code
    given = {"challenge_id": body["data"]["challenge_id"], "code": code[0]}
    for portal, slug in (("customer", "birch"), ("admin", "aster")):
        other = Api(portal, brand(world, slug))
        answer = other.post("/api/v1/auth/verify", given)
        assert (other.status, answer["error"]["code"]) == (422, "wrong_code")


def test_a_code_of_here_cannot_be_sent_again_from_there(world: World) -> None:
    """ASVS item 18: whoever knows a challenge's id can do nothing with it on another host."""
    body = Api("customer", world.aster.brand).post("/api/v1/auth/login", {"identifier": "v@example.com"})
    for portal, slug in (("customer", "birch"), ("seller", "aster"), ("platform", "")):
        other = Api(portal, brand(world, slug))
        answer = other.post("/api/v1/auth/resend", {"challenge_id": body["data"]["challenge_id"]})
        assert other.status == 404, answer


def test_a_guests_cart_is_not_carried_to_another_shop(world: World) -> None:
    guest = Api("customer", world.aster.brand)
    guest.post("cart/lines", {"offer_id": world.aster.things["offer"]["ravi"], "quantity": 3})
    assert settings.HAAT_GUEST_COOKIE in guest.client.cookies
    other = Api("customer", world.birch.brand)
    other.client.cookies = guest.client.cookies
    assert other.get("cart")["data"]["count"] == 0
    stranger = Api("customer", world.aster.brand)
    assert stranger.get("cart")["data"]["count"] == 0


def test_an_idempotency_key_gives_no_answer_to_another(world: World) -> None:
    """The same key of another person, another brand or another address is another request."""
    key, path = "the-same-key", f"offers/{world.aster.things['offer']['ravi']}/stock-adjustments"
    body = {"delta": 1, "reason": "received"}
    ravi = Api("seller", world.aster.brand, world.aster.people["ravi"])
    ravi.post(path, body, key=key)
    assert ravi.status == 201
    ravi.post(path, body, key=key)
    assert ravi.response.headers["Idempotency-Replayed"] == "true"
    for side, party in ((world.aster, "meera"), (world.birch, "ravi")):
        other = Api("seller", side.brand, side.people[party])
        other.post(path, body, key=key)
        assert other.status == 404
        assert "Idempotency-Replayed" not in other.response.headers
    own = Api("seller", world.birch.brand, world.birch.people["ravi"])
    answer = own.post(f"offers/{world.birch.things['offer']['ravi']}/stock-adjustments", body, key=key)
    assert own.status == 201, answer
    assert "Idempotency-Replayed" not in own.response.headers
