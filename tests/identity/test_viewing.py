"""Looking as somebody else: timed, with a reason, logged, marked, read-only, and never a way to more rights.

ASVS items 3, 20, 38.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from haat.cart.models import Cart
from haat.core import clock
from haat.customers.models import Customer
from haat.identity import services
from haat.identity.models import Membership, TokenFamily, ViewedPath, Viewing
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import house
from tests.identity.looks import REASON, as_customer, begin, log_of, opened
from tests.identity.teams import person, proven, staff
from tests.support import Api


def test_staff_see_the_sellers_portal_and_stay_who_they_are(aster: Any, look: Api, ravi: Any, nia: Any) -> None:
    assert look.get("shop")["data"]["name"] == "Ravi Traders"
    me = look.get("/api/v1/me")["data"]
    assert me["user"]["name"] == "Nia"
    assert me["viewing"]["subject"] == "Ravi Traders"
    assert me["viewing"]["reason"] == REASON["reason"]
    assert look.response.headers["Cache-Control"] == "private, no-store"
    (entry,) = log_of(aster, "support.viewing_started")
    assert (entry.shown_actor, entry.actor_role, entry.object_type, entry.object_id) == (
        "Nia", "owner", "sellers.seller", str(ravi.seller.pk),
    )  # fmt: skip
    assert entry.reason == REASON["reason"]


def test_a_customers_account_is_seen_and_nothing_is_touched(
    aster: Any, owner: Api, asha: Any, ben: Any, nia: Any
) -> None:
    visitor = as_customer(aster, asha.user, owner)
    assert visitor.get("profile")["data"]["name"] == "Asha"
    assert len(visitor.get("addresses")["data"]) == 1
    visitor.get("cart")
    for page in ("/", "/account", "/orders", "/cart"):
        answer = visitor.client.get(page, headers={"Sec-Fetch-Site": "none"})
        assert answer.status_code == 200, page
        text = answer.content.decode()
        assert "You see this as Asha" in text
        assert "ETag" not in answer.headers
        assert answer.headers["Cache-Control"] == "private, no-store"
    with brand_scope(aster):
        assert not Customer.objects.filter(user_id=nia.user.pk).exists()  # looking makes nobody a customer
        assert not Cart.objects.filter(customer__user_id=asha.user.pk).exists()
    plain = Api("customer", aster).client.get("/", headers={"Sec-Fetch-Site": "none"})
    assert "You see this as" not in plain.content.decode()  # nobody else gets the page that staff saw


def test_the_guest_cart_of_the_staffs_browser_does_not_join_the_customers(aster: Any, owner: Api, asha: Any) -> None:
    from django.conf import settings

    visitor = as_customer(aster, asha.user, owner)
    visitor.client.cookies[settings.HAAT_GUEST_COOKIE] = "guest-token"
    with brand_scope(aster):
        from haat.cart.services import token_hash

        guest = Cart.objects.create(token_hash=token_hash("guest-token"))
    visitor.get("cart")
    with brand_scope(aster):
        guest.refresh_from_db()
        assert guest.status == Cart.Status.ACTIVE


def test_it_ends_by_button_and_the_log_says_what_was_looked_at(aster: Any, look: Api) -> None:
    look.get("shop")
    look.get("shop")
    look.post("/api/v1/auth/viewings/end")
    assert look.status == 200
    look.get("shop")
    assert look.status == 401
    viewing = Viewing.objects.get()
    assert (viewing.end, viewing.requests) == ("button", 3)
    assert ViewedPath.objects.get(path="/api/v1/seller/shop").count == 2
    (entry,) = log_of(aster, "support.viewing_ended")
    assert entry.after["requests"] == 3
    assert entry.after["paths"]["/api/v1/seller/shop"] == 2


def test_it_ends_by_time_and_cannot_be_prolonged(aster: Any, look: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    viewing = Viewing.objects.get()
    assert viewing.expires_at - viewing.started_at == timedelta(minutes=15)
    look.post("/api/v1/auth/refresh")
    assert look.status == 403
    later = clock.now() + timedelta(minutes=15, seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    look.get("shop")
    assert look.status == 401
    assert services.close_viewings(at=later) == 1
    viewing.refresh_from_db()
    assert (viewing.end, viewing.ended_at) == ("time", viewing.expires_at)
    assert len(log_of(aster, "support.viewing_ended")) == 1


def test_the_ticket_works_once_on_its_own_host_for_two_minutes(aster: Any, birch: Any, owner: Api, ravi: Any) -> None:
    path = f"sellers/{ravi.seller.pk}/viewings"
    ticket = begin(owner, path)
    for portal, brand in (("customer", aster), ("admin", aster), ("seller", birch)):
        visitor = Api(portal, brand)
        visitor.post("/api/v1/auth/viewings", {"ticket": ticket})
        assert visitor.status == 404
    opened(ticket, "seller", aster)
    visitor = Api("seller", aster)
    visitor.post("/api/v1/auth/viewings", {"ticket": ticket})
    assert visitor.status == 404
    late = begin(owner, path)
    Viewing.objects.update(ticket_expires_at=clock.now())
    visitor.post("/api/v1/auth/viewings", {"ticket": late})
    assert visitor.status == 404


def test_its_token_opens_no_other_host_and_no_other_brand(aster: Any, birch: Any, look: Api) -> None:
    for portal, brand in (("admin", aster), ("customer", aster), ("seller", birch), ("platform", None)):
        other = Api(portal, brand)
        other.headers = dict(look.headers)
        other.call("GET", "/api/v1/me")
        assert other.status == 401


def test_one_at_a_time(aster: Any, owner: Api, look: Api, meera: Any) -> None:
    second = opened(begin(owner, f"sellers/{meera.seller.pk}/viewings"), "seller", aster)
    assert second.get("shop")["data"]["name"] == "Meera Crafts"
    look.get("shop")
    assert look.status == 401
    assert Viewing.objects.filter(ended_at=None).count() == 1
    assert Viewing.objects.get(end="next").subject_name == "Ravi Traders"


def test_it_needs_the_right_a_reason_and_a_fresh_proof(aster: Any, owner: Api, nia: Any, ravi: Any) -> None:
    path = f"sellers/{ravi.seller.pk}/viewings"
    for role, allowed in (("operations", False), ("finance", False), ("catalogue", False), ("support", True)):
        colleague = proven(Api("admin", aster, staff(aster, f"{role}@example.com", role)))
        colleague.post(path, REASON)
        assert colleague.status == (201 if allowed else 403), role
    owner.post(path, {"reason": "why not"})
    assert owner.status == 422
    TokenFamily.objects.update(proved_at=clock.now() - timedelta(minutes=6))
    answer = owner.post(path, REASON)
    assert (owner.status, answer["error"]["code"]) == (403, "factor_required")
    owner.post("sellers/00000000-0000-7000-8000-000000000000/viewings", REASON)
    assert owner.status in {403, 404}


def test_losing_the_right_ends_the_view_at_once(aster: Any, nia: Any, ravi: Any) -> None:
    sue = staff(aster, "sue@example.com", "support")
    look = opened(begin(proven(Api("admin", aster, sue)), f"sellers/{ravi.seller.pk}/viewings"), "seller", aster)
    assert look.get("shop") and look.status == 200
    services.revoke(membership=Membership.objects.get(user=sue), at=clock.now())
    look.get("shop")
    assert look.status == 401
    assert Viewing.objects.get().end == "role"


def test_looking_reaches_no_higher_rights(aster: Any, owner: Api, nia: Any, ravi: Any) -> None:
    """The platform's support sees a brand's portal as the brand's support does; nobody views a stronger colleague; no chain."""
    pia = person("pia@example.com", "Pia")
    services.grant(user=pia, scope="platform", role="support")
    look = opened(begin(proven(Api("platform", user=pia)), "brands/aster/viewings"), "admin", aster)
    look.get("audit")
    assert look.status == 403  # support of a brand does not read the log
    assert look.get("orders") and look.status == 200
    look.post(f"sellers/{ravi.seller.pk}/viewings", REASON)
    assert look.status == 403  # no chain
    from haat.core.errors import NotAllowed
    from haat.identity.types import Subject

    sue = staff(aster, "sue@example.com", "support")
    by = Membership.objects.get(user=sue)
    boss = Subject(portal="customer", brand_id=aster.pk, id=nia.user.pk, name="Nia")
    with pytest.raises(NotAllowed):
        services.start_viewing(by=by, subject=boss, reason=REASON["reason"], at=clock.now())


def test_the_platforms_look_is_in_the_brands_log_and_in_its_own(aster: Any) -> None:
    olga = person("olga@example.com", "Olga")
    services.grant(user=olga, scope="platform", role="owner")
    begin(proven(Api("platform", user=olga)), "brands/aster/viewings")
    assert len(log_of(aster, "support.viewing_started")) == 1
    assert len(log_of(house(), "support.viewing_started")) == 1


def test_the_subject_sees_who_looked_and_why(
    aster: Any, owner: Api, look: Api, ravi: Any, meera: Any, asha: Any, ben: Any
) -> None:
    look.get("shop")
    mine = Api("seller", aster, ravi.user).get("team/viewings")["data"]
    assert [(row["by"], row["side"], row["reason"], row["requests"]) for row in mine] == [
        ("Nia", "brand", REASON["reason"], 1)
    ]
    assert Api("seller", aster, meera.user).get("team/viewings")["data"] == []
    as_customer(aster, asha.user, owner)
    assert [row["by"] for row in Api("customer", aster, asha.user).get("viewings")["data"]] == ["Nia"]
    assert Api("customer", aster, ben.user).get("viewings")["data"] == []


def test_alook_at_the_customer_of_an_order(aster: Any, owner: Api) -> None:
    owner.post("orders/AST-26-999999/viewings", REASON)
    assert owner.status == 404
