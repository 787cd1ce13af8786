"""Teams: who may let whom in, who may put whom out, and that both take effect at once.

ASVS items 4, 6, 24.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from haat.core import clock
from haat.identity import services
from haat.identity.models import Invitation, Membership, User
from haat.identity.permission_words import PERMISSIONS, ROLES
from haat.identity.permissions import TABLE
from haat.identity.services import teams
from haat.identity.types import Place
from tests.identity.signing_in import Phone, bearer, enrol_app
from tests.identity.teams import invite, logged, person, proven, staff, token_in_mail
from tests.support import Api, run_jobs


def test_an_invited_person_follows_the_link_signs_in_and_joins(aster: Any, nia: Any, phone: Phone) -> None:
    owner = proven(Api("admin", aster, nia.user))
    shown = invite(owner)
    assert (shown["sent_to"], shown["role"], shown["place"]) == ("l•••@example.com", "support", "Aster")
    token = token_in_mail()
    stranger = Api("admin", aster)
    letter = stranger.post("/api/v1/auth/invitations", {"token": token})["data"]
    assert (letter["invited_by"], letter["place"], letter["role_words"]["hi"]) == ("Nia", "Aster", "सहायता")

    challenge = stranger.post("/api/v1/auth/login", {"identifier": "lena@example.com"})["data"]["challenge_id"]
    run_jobs(only="identity.send_code")
    code = re.search(r"\b\d{6}\b", mail.outbox[-1].body)
    assert code
    waits = stranger.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": code[0]})["data"]
    assert (stranger.status, waits["next"]) == (200, "enrol")  # staff have a second factor from their first day
    enrolled = enrol_app(stranger, phone, waits["ticket"])["data"]
    lena = bearer(Api("admin", aster), enrolled)
    assert lena.get("orders") and lena.status == 403  # invited is not yet in
    waiting = lena.get("/api/v1/me/invitations")["data"]
    assert [row["id"] for row in waiting] == [shown["id"]]
    lena.post(f"/api/v1/me/invitations/{shown['id']}/acceptance")
    assert lena.status == 200
    lena = Api("admin", aster, person("lena@example.com"))  # a token knows the roles of its hour
    assert lena.get("/api/v1/me")["data"]["role"] == "support"
    assert lena.get("orders") and lena.status == 200
    entry = logged(aster, "membership.granted")
    assert (entry.after, entry.before, entry.actor_role) == ({"scope": "brand", "role": "support"}, None, "")

    lena.post(f"/api/v1/me/invitations/{shown['id']}/acceptance")
    assert lena.status == 404  # one use
    stranger.post("/api/v1/auth/invitations", {"token": token})
    assert stranger.status == 404


def test_a_different_person_cannot_accept(aster: Any, birch: Any, nia: Any) -> None:
    shown = invite(proven(Api("admin", aster, nia.user)))
    other = Api("admin", aster, staff(aster, "otto@example.com", "catalogue"))
    other.post(f"/api/v1/me/invitations/{shown['id']}/acceptance")
    assert other.status == 404
    lena = person("lena@example.com")
    for visitor in (Api("admin", birch, lena), Api("seller", aster, lena), Api("customer", aster, lena)):
        visitor.post(f"/api/v1/me/invitations/{shown['id']}/acceptance")
        assert visitor.status == 404
    assert not Membership.objects.filter(user=lena).exists()


def test_strangers_without_an_invitation_stay_outside(aster: Any, nia: Any) -> None:
    invite(proven(Api("admin", aster, nia.user)))
    visitor = Api("admin", aster)
    challenge = visitor.post("/api/v1/auth/login", {"identifier": "mallory@example.com"})["data"]["challenge_id"]
    run_jobs(only="identity.send_code")
    code = re.search(r"\b\d{6}\b", mail.outbox[-1].body)
    assert code
    visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": code[0]})
    assert visitor.status == 403


def test_a_link_that_was_taken_back_sent_anew_or_grew_old_is_dead(
    aster: Any, nia: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = proven(Api("admin", aster, nia.user))
    visitor = Api("admin", aster)

    def works(token: str) -> bool:
        visitor.post("/api/v1/auth/invitations", {"token": token})
        return visitor.status == 200

    shown, first = invite(owner), token_in_mail()
    owner.post(f"team/invitations/{shown['id']}/sending")
    assert owner.status == 429
    Invitation.objects.update(sent_at=clock.now() - timedelta(minutes=2))
    owner.post(f"team/invitations/{shown['id']}/sending")
    assert owner.status == 200
    second = token_in_mail()
    assert not works(first) and works(second)
    Invitation.objects.update(expires_at=clock.now())
    assert not works(second)
    lena = Api("admin", aster, person("lena@example.com"))
    lena.post(f"/api/v1/me/invitations/{shown['id']}/acceptance")
    assert lena.status == 409
    assert owner.get("team/invitations")["data"][0]["is_over"]
    again = invite(owner)  # what ran out does not stand in the way
    third = token_in_mail()
    owner.delete(f"team/invitations/{again['id']}")
    assert owner.status == 200
    assert not works(third)
    lena.post(f"/api/v1/me/invitations/{again['id']}/acceptance")
    assert lena.status == 404
    assert owner.get("team/invitations")["data"] == []


def test_nobody_is_asked_twice_and_members_are_not_asked(aster: Any, nia: Any) -> None:
    owner = proven(Api("admin", aster, nia.user))
    invite(owner)
    again = owner.post("team/invitations", {"identifier": "Lena@example.com", "role": "owner"})
    assert (owner.status, again["error"]["code"]) == (409, "already_invited")
    known = owner.post("team/invitations", {"identifier": "nia@example.com", "role": "support"})
    assert (owner.status, known["error"]["code"]) == (409, "already_member")
    owner.post("team/invitations", {"identifier": "not an address", "role": "support"})
    assert owner.status == 422
    owner.post("team/invitations", {"identifier": "a@example.com", "role": "verifier"})  # a role of the platform
    assert owner.status == 422


def test_an_inviter_who_has_left_lets_nobody_in(aster: Any, nia: Any) -> None:
    shown = invite(proven(Api("admin", aster, nia.user)))
    Membership.objects.filter(user=nia.user).update(role="support")
    lena = Api("admin", aster, person("lena@example.com"))
    lena.post(f"/api/v1/me/invitations/{shown['id']}/acceptance")
    assert lena.status == 409


def test_a_changed_role_counts_at_once_and_is_logged(aster: Any, nia: Any) -> None:
    user = staff(aster, "olaf@example.com", "finance")
    member = Membership.objects.get(user=user)
    colleague, owner = Api("admin", aster, user), proven(Api("admin", aster, nia.user))
    assert colleague.get("audit") and colleague.status == 200
    body = owner.patch(f"team/members/{member.pk}", {"role": "support"})
    assert (owner.status, body["data"]["role"]) == (200, "support")
    colleague.get("audit")
    assert colleague.status == 403
    entry = logged(aster, "membership.role_changed")
    assert (entry.before, entry.after) == (
        {"scope": "brand", "role": "finance"},
        {"scope": "brand", "role": "support"},
    )
    assert (entry.shown_actor, entry.shown_label, entry.address) == ("Nia", "Olaf", "127.0.0.1")
    run_jobs(only="identity.send_notice")
    assert "you are now Support" in mail.outbox[-1].body


def test_a_removed_member_is_out_at_once_here_and_stays_in_elsewhere(aster: Any, birch: Any, nia: Any) -> None:
    """ASVS item 24."""
    user = staff(aster, "olaf@example.com", "finance")
    services.grant(user=user, scope="brand", role="finance", brand_id=birch.pk)
    here, there, shop = Api("admin", aster, user), Api("admin", birch, user), Api("customer", aster, user)
    owner = proven(Api("admin", aster, nia.user))
    member = Membership.objects.get(user=user, brand_id=aster.pk)
    owner.delete(f"team/members/{member.pk}")
    assert owner.status == 200
    assert here.get("orders") and here.status == 401
    assert here.get("/api/v1/me") and here.status == 401
    assert there.get("orders") and there.status == 200
    assert shop.get("/api/v1/me") and shop.status == 200
    again = Api("admin", aster, user)  # a token that was made afterwards opens nothing either
    again.get("orders")
    assert again.status == 403
    assert logged(aster, "membership.revoked").before == {"scope": "brand", "role": "finance"}
    run_jobs(only="identity.send_notice")
    assert "no longer in the team of Aster" in mail.outbox[-1].body


def test_the_last_owner_stays_and_nobody_changes_their_own_role(aster: Any, nia: Any) -> None:
    owner, own = proven(Api("admin", aster, nia.user)), Membership.objects.get(user=nia.user)
    for attempt in (
        lambda: owner.patch(f"team/members/{own.pk}", {"role": "support"}),
        lambda: owner.delete(f"team/members/{own.pk}"),
    ):
        attempt()
        assert owner.status == 403
    second = staff(aster, "olga@example.com", "owner")
    other, theirs = proven(Api("admin", aster, second)), Membership.objects.get(user=second)
    User.objects.filter(pk=nia.user.pk).update(is_active=False)  # an owner who cannot sign in is none
    place = Place("brand", aster.pk, None, aster.name)
    with pytest.raises(teams.LastOwner):
        services.change_role(place=place, member_id=theirs.pk, by=own, role="support")
    User.objects.filter(pk=nia.user.pk).update(is_active=True)
    other.delete(f"team/members/{own.pk}")
    assert other.status == 200


def test_only_owners_see_and_change_the_team_and_only_with_a_fresh_proof(aster: Any, birch: Any, nia: Any) -> None:
    member = Membership.objects.get(user=nia.user)
    unproven = Api("admin", aster, nia.user, proved=False)
    for method, path, body in (
        ("POST", "team/invitations", {"identifier": "a@example.com", "role": "owner"}),
        ("PATCH", f"team/members/{member.pk}", {"role": "support"}),
        ("DELETE", f"team/members/{member.pk}", {}),
    ):
        answer = unproven.call(method, path, body)
        assert (unproven.status, answer["error"]["code"]) == (403, "factor_required")
    for role in set(TABLE["brand"]) - {"owner"}:
        colleague = proven(Api("admin", aster, staff(aster, f"{role}@example.com", role)))
        for path in ("team/members", "team/invitations", "team/viewings"):
            colleague.get(path)
            assert colleague.status == 403
        colleague.post("team/invitations", {"identifier": "a@example.com", "role": role})
        assert colleague.status == 403
        assert colleague.get("team/roles")["data"]["roles"]
    neighbour = proven(Api("admin", birch, staff(birch, "ida@example.com", "owner")))
    assert [row["name"] for row in neighbour.get("team/members")["data"]] == ["Ida"]
    neighbour.delete(f"team/members/{member.pk}")
    assert neighbour.status == 404


def test_a_rival_seller_reaches_nothing_of_the_other_team(aster: Any, ravi: Any, meera: Any) -> None:
    rival = proven(Api("seller", aster, meera.user))
    mine = proven(Api("seller", aster, ravi.user))
    shown = invite(mine, "9820012399", "fulfilment")
    assert shown["sent_to"] == "+91 ••••• ••399"
    member = Membership.objects.get(user=ravi.user)
    assert [row["contact"] for row in rival.get("team/members")["data"]] == ["m•••@example.com"]
    assert rival.get("team/invitations")["data"] == []
    for method, path in (
        ("DELETE", f"team/members/{member.pk}"),
        ("DELETE", f"team/invitations/{shown['id']}"),
        ("POST", f"team/invitations/{shown['id']}/sending"),
    ):
        rival.call(method, path)
        assert rival.status == 404


def test_the_platform_keeps_its_own_team(db: None, om: Any) -> None:
    olga = person("olga@example.com", "Olga")
    services.grant(user=olga, scope="platform", role="owner")
    owner = proven(Api("platform", user=olga))
    assert {row["name"] for row in owner.get("team/members")["data"]} == {"Olga", "Om"}
    shown = invite(owner, "pia@example.com", "finance")
    pia = Api("platform", user=person("pia@example.com"))
    pia.post(f"/api/v1/me/invitations/{shown['id']}/acceptance")
    assert pia.get("/api/v1/me")["data"]["role"] == "finance"


def test_somebody_with_two_shops_chooses_and_cannot_choose_a_third(aster: Any, ravi: Any, meera: Any) -> None:
    services.grant(user=ravi.user, scope="seller", role="fulfilment", brand_id=aster.pk, seller_id=meera.seller.pk)
    visitor = Api("seller", aster, ravi.user)
    assert visitor.get("shop")["data"]["name"] == "Ravi Traders"
    assert [row["name"] for row in visitor.get("shops")["data"]] == ["Meera Crafts", "Ravi Traders"]
    visitor.headers["X-Haat-Shop"] = str(meera.seller.pk)
    assert visitor.get("shop")["data"]["name"] == "Meera Crafts"
    assert visitor.get("/api/v1/me")["data"]["role"] == "fulfilment"
    assert visitor.get("payouts") and visitor.status == 403  # the other role counts, not the better of both
    rival = Api("seller", aster, meera.user)
    rival.headers["X-Haat-Shop"] = str(ravi.seller.pk)
    rival.get("shop")
    assert rival.status == 403
    me = rival.get("/api/v1/me")["data"]
    assert (me["role"], me["permissions"], me["shops"]) == (None, [], [])


def test_every_role_and_permission_has_words(db: None) -> None:
    roles = {role for table in TABLE.values() for role in table}
    assert roles == set(ROLES)
    assert {code for table in TABLE.values() for codes in table.values() for code in codes} == set(PERMISSIONS)
    assert all("\u0900" <= words[1][0] <= "\u097f" for words in [*ROLES.values(), *PERMISSIONS.values()])
