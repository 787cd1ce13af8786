"""A brand manages the issuers of its own portals."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from haat.core import clock
from haat.core.jobs import arguments
from haat.core.models import Job
from haat.identity import services
from haat.identity.identifiers import parse
from haat.identity.models import IdentityProvider, TokenFamily
from tests.identity.issuer import CLIENT, SECRET
from tests.support import Api


def staff(brand: Any, role: str = "owner", *, proved: bool = True) -> Api:
    user, _ = services.person(identifier=parse(f"{role}@{brand.slug}.example"))
    services.grant(user=user, scope="brand", role=role, brand_id=brand.pk)
    visitor = Api("admin", brand, user)
    TokenFamily.objects.filter(user=user).update(proved_at=clock.now() if proved else None)
    return visitor


def fields(server: Any, **more: Any) -> dict[str, Any]:
    return {
        "name": "Aster staff",
        "issuer": server.url,
        "client_id": CLIENT,
        "client_secret": SECRET,
        "portals": ["admin"],
    } | more


def test_an_owner_adds_changes_and_removes_an_issuer(aster: Any, issuer: Any) -> None:
    owner = staff(aster)
    added = owner.post("sign-in-providers", fields(issuer))["data"]
    assert owner.status == 201
    assert added["callbacks"] == ["http://aster.admin.haat.localhost:8000/api/v1/auth/providers/callback"]
    assert added["has_secret"] and "client_secret" not in added
    path = f"sign-in-providers/{added['id']}"
    changed = owner.patch(path, {"name": "Staff", "client_secret": "", "active": False, "domains": ["aster.example"]})[
        "data"
    ]
    assert (changed["name"], changed["has_secret"], changed["active"]) == ("Staff", True, False)
    assert IdentityProvider.objects.get().client_secret == SECRET
    owner.delete(path)
    assert owner.status == 200
    assert owner.get("sign-in-providers")["data"] == []
    noted = [arguments(row) for row in Job.objects.filter(name="audit.record_security_note").order_by("pk")]
    assert [row["action"] for row in noted if row["action"].startswith("signin.")] == [
        "signin.added",
        "signin.changed",
        "signin.removed",
    ]
    assert SECRET not in str(noted)


def test_the_secret_is_encrypted_at_rest(aster: Any, issuer: Any) -> None:
    staff(aster).post("sign-in-providers", fields(issuer))
    with connection.cursor() as cursor:
        cursor.execute("SELECT client_secret FROM identity_identityprovider")
        assert SECRET not in cursor.fetchone()[0]


@pytest.mark.parametrize("role", ["operations", "catalogue", "finance", "support"])
def test_other_roles_may_not(aster: Any, issuer: Any, role: str) -> None:
    visitor = staff(aster, role)
    visitor.get("sign-in-providers")
    assert visitor.status == 403


def test_a_change_needs_a_fresh_strong_proof(aster: Any, issuer: Any) -> None:
    visitor = staff(aster, proved=False)
    body = visitor.post("sign-in-providers", fields(issuer))
    assert (visitor.status, body["error"]["code"]) == (403, "factor_required")


def test_a_neighbour_sees_and_changes_nothing(aster: Any, birch: Any, issuer: Any) -> None:
    added = staff(aster).post("sign-in-providers", fields(issuer))["data"]
    neighbour = staff(birch)
    assert neighbour.get("sign-in-providers")["data"] == []
    neighbour.patch(f"sign-in-providers/{added['id']}", {"name": "Mine"})
    assert neighbour.status == 404
    neighbour.delete(f"sign-in-providers/{added['id']}")
    assert neighbour.status == 404


def test_an_issuer_that_is_none_is_refused_in_words(aster: Any, issuer: Any, settings: Any) -> None:
    owner = staff(aster)
    issuer.described = {"issuer": "https://accounts.example"}
    for bad in (issuer.url, "http://127.0.0.1:9", f"{issuer.url}/?x=1", "http://user:pw@127.0.0.1:9"):
        body = owner.post("sign-in-providers", fields(issuer, issuer=bad))
        assert owner.status == 422
        assert body["error"]["details"]["issuer"]
    issuer.described, settings.HAAT_OUTBOUND_PRIVATE = {}, False
    owner.post("sign-in-providers", fields(issuer))
    assert owner.status == 422


def test_the_issuer_behind_a_row_cannot_be_exchanged(aster: Any, issuer: Any) -> None:
    """Accounts belong to the row: another issuer behind it would be everybody at once."""
    owner = staff(aster)
    added = owner.post("sign-in-providers", fields(issuer))["data"]
    owner.patch(f"sign-in-providers/{added['id']}", {"issuer": "https://accounts.example"})
    assert owner.status == 422


def test_the_same_client_twice_is_refused(aster: Any, issuer: Any) -> None:
    owner = staff(aster)
    owner.post("sign-in-providers", fields(issuer))
    body = owner.post("sign-in-providers", fields(issuer))
    assert owner.status == 422
    assert "client_id" in body["error"]["details"]


@pytest.mark.parametrize("domain", ["Aster.Example", "aster", "@aster.example", "aster.example/x", "-a.example"])
def test_a_domain_is_a_domain(aster: Any, issuer: Any, domain: str) -> None:
    owner = staff(aster)
    owner.post("sign-in-providers", fields(issuer, domains=[domain]))
    assert owner.status == 422
