"""The platform's staff launch, see and suspend brands."""

from typing import Any

import pytest

from haat.identity import identifiers
from haat.identity import services as identity
from haat.tenancy.launching import contrast
from tests.support import Api, run_jobs

FORM = {
    "slug": "cedar", "name": "Cedar", "legal_name": "Cedar Retail Pvt Ltd", "order_prefix": "CED", "document_code": "CE",
    "home_state": "27", "gstin": "27AAPFU0939F1ZV", "email": "care@cedar.example", "phone": "+912212345678",
    "primary": "#1f4f46", "owner_name": "Cara", "owner_email": "cara@cedar.example",
}  # fmt: skip


@pytest.fixture
def owner(db: None) -> Api:
    """Owner of the platform."""
    user, _ = identity.person(identifier=identifiers.parse("olga@example.com"), name="Olga")
    identity.grant(user=user, scope="platform", role="owner")
    return Api("platform", user=user)


def test_a_launched_brand_runs_and_its_owner_gets_in(owner: Api) -> None:
    before = owner.get("overview")["data"]
    body = owner.post("brands", FORM)["data"]
    assert owner.status == 201, owner.response.content
    assert (body["host"], body["status"], body["actions"]) == ("cedar.haat.localhost", "active", ["suspend"])
    assert body["theme"]["on_primary"] == "#ffffff"
    run_jobs(only="identity.grant")
    run_jobs(only="audit.")
    cara, is_new = identity.person(identifier=identifiers.parse("cara@cedar.example"))
    assert not is_new
    from haat.tenancy.queries import brand_by_slug

    assert Api("admin", brand_by_slug("cedar"), cara).get("sellers")["data"] == []
    after = owner.get("overview")["data"]
    assert after["brands_active"] == before["brands_active"] + 1
    assert after["spare_schemas"] == before["spare_schemas"] - 1
    entry = owner.get("audit", action="brand.launched")["data"][0]
    assert (entry["actor"], entry["object_label"]) == ("Olga", "Cedar")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"slug": "Cedar House"}, "slug"),
        ({"slug": "admin"}, "slug"),
        ({"slug": "aster"}, "slug"),
        ({"order_prefix": "cedar"}, "order_prefix"),
        ({"order_prefix": "AST"}, "order_prefix"),
        ({"document_code": "AS"}, "document_code"),
        ({"home_state": "99"}, "home_state"),
        ({"gstin": "27AAPFU0939F1ZO"}, "gstin"),
        ({"home_state": "29"}, "gstin"),
        ({"primary": "#fffbe0"}, "primary"),
        ({"primary": "teal"}, "primary"),
        ({"owner_email": "cara"}, "owner_email"),
        ({"plan": "gold"}, "plan"),
    ],
)
def test_a_bad_form_is_refused_at_its_field(owner: Api, change: dict[str, str], field: str) -> None:
    body = owner.post("brands", FORM | change)
    assert owner.status in {409, 422}
    assert body["error"]["details"][field]


def test_a_suspended_brand_is_closed_and_opens_again(owner: Api, aster: Any, nia: Any) -> None:
    body = owner.post("brands/aster/suspension", {"reason": "Unpaid."})["data"]
    assert (body["status"], body["actions"]) == ("suspended", ["reactivate"])
    guest = Api("customer", aster)
    guest.get("sellers/nobody")
    assert guest.status == 503
    owner.post("brands/aster/suspension", {"reason": "Again."})
    assert owner.status == 409
    owner.post("brands/aster/reactivation", {"reason": "Paid."})
    guest.get("sellers/nobody")
    assert guest.status == 404
    run_jobs(only="audit.")
    rows = owner.get("audit", action="brand.")["data"]
    assert [(row["action"], row["reason"], row["role"]) for row in rows] == [
        ("brand.reactivated", "Paid.", "owner"), ("brand.suspended", "Unpaid.", "owner"),
    ]  # fmt: skip


def test_lists_do_not_show_spares_or_the_house(owner: Api) -> None:
    body = owner.get("brands", sort="name")
    assert [row["slug"] for row in body["data"]] == ["aster", "birch"]
    assert [row["slug"] for row in owner.get("brands", q="bir")["data"]] == ["birch"]
    owner.get("brands/house")
    assert owner.status == 404


def test_roles_of_the_platform(om: Any, nia: Any, aster: Any) -> None:
    verifier = Api("platform", user=om.user)
    verifier.get("brands")
    assert verifier.status == 403
    verifier.get("audit")
    assert verifier.status == 403
    verifier.get("overview")
    assert verifier.status == 200
    stranger = Api("platform", user=nia.user)
    stranger.get("overview")
    assert stranger.status == 403
    guest = Api("platform")
    guest.get("brands")
    assert guest.status == 401


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
