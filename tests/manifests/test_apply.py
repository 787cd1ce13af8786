"""Applying a manifest: the brand is whole afterwards; the same again changes nothing; a change changes what it says."""

from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from haat.audit.models import AuditEntry
from haat.catalog.models import Offer, Product
from haat.commissions.models import CommissionRule
from haat.core.models import Job
from haat.identity.models import Membership
from haat.inventory.models import Stock
from haat.tenancy import hosts
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug
from tests.manifests.folder import ROWS, TOML, write_brand
from tests.support import Api

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_brand(tmp_path / "cedar")


def _apply(*folders: Path, json: bool = False) -> str:
    out = StringIO()
    call_command("brand", "apply", *map(str, folders), *(["--json"] if json else []), stdout=out)
    hosts.forget()
    return out.getvalue()


def test_a_folder_becomes_a_shop(folder: Path) -> None:
    assert "opened, 2 products written" in _apply(folder)
    cedar = brand_by_slug("cedar")
    visitor = Api("customer", cedar)
    page = visitor.get("products/ribbed-tumbler")["data"]
    assert page["price"]["minor"] == 38_500
    assert [variant["sku"] for variant in page["variants"]] == ["RT-2", "RT-6"]
    assert page["specifications"][0] == {"name": "Capacity", "value": "300 ml"}
    assert visitor.get("products", q="tumblr")["meta"]["total"] == 2
    front = visitor.get("storefront")["data"]
    assert len(front["home"][0]["products"]) == 2
    assert front["policies"]["cod_fee"]["text"] == "₹35.00"
    assert visitor.get("pages/about")["data"]["html"] == (
        "<p>We sell <em>glass</em>. &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
    )
    picture = visitor.client.get(page["media"][0]["url"])
    assert picture.status_code == 200
    assert "default-src 'none'" in picture["Content-Security-Policy"]
    assert picture.content.startswith(b"<svg")
    with brand_scope(cedar):
        assert list(CommissionRule.objects.order_by("position").values_list("name", "percent_bp", "cap_minor")) == [
            ("Glass", 1800, None),
            ("Everything else", 1250, 45_000),
        ]
    assert Membership.objects.filter(brand_id=cedar.pk, role="owner").count() == 3


def test_a_commission_rule_may_be_for_a_tier_a_product_a_price_and_a_way_to_pay(tmp_path: Path) -> None:
    rule = (
        'name = "Gold"\ntier = "gold"\nproduct = "plain-tumbler"\npayment = "cod"\nprice_to = "99.50"\nbasis = "gross"'
    )
    named = TOML.replace('name = "Glass"\ncategory = "glass"', rule, 1)
    _apply(
        write_brand(
            tmp_path / "cedar", toml=named.replace('slug = "ravi-glass"', 'slug = "ravi-glass"\ntier = "gold"', 1)
        )
    )
    with brand_scope(brand_by_slug("cedar")):
        found = CommissionRule.objects.select_related("product").get(name="Gold")
        assert (found.seller_tier, found.payment, found.price_max_minor, found.basis) == ("gold", "cod", 9_950, "gross")
        assert found.product is not None
        assert found.product.slug == "plain-tumbler"


def test_everybody_named_can_sign_in(folder: Path) -> None:
    answer = json.loads(_apply(folder, json=True))
    (brand,) = answer["brands"]
    assert (brand["slug"], brand["host"]) == ("cedar", "cedar.haat.localhost")
    assert brand["url"].startswith("http://cedar.haat.localhost:")
    assert [(login["role"], login["identifier"]) for login in answer["logins"]] == [
        ("customer", "customer@cedar.example"),
        ("seller", "ravi@cedar.example"),
        ("seller", "meera@cedar.example"),
        ("admin", "zoya@cedar.example"),
        ("platform", "om@haat.example"),
    ]


def _snapshot(brand: Any) -> list[Any]:
    with brand_scope(brand):
        return [
            list(model.objects.order_by("pk").values()) for model in (Product, Offer, Stock, AuditEntry, CommissionRule)
        ] + [Job.objects.count()]


def test_the_same_again_changes_nothing(folder: Path) -> None:
    _apply(folder)
    before = _snapshot(brand_by_slug("cedar"))
    assert "unchanged" in _apply(folder)
    assert _snapshot(brand_by_slug("cedar")) == before


def test_a_changed_file_changes_what_it_says_and_nothing_else(
    folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    _apply(folder)
    cedar = brand_by_slug("cedar")
    with brand_scope(cedar):
        Stock.objects.filter(offer__variant__sku="RT-2").update(on_hand=3)  # sold meanwhile
    rows = [ROWS[0].replace("390.00", "350.00"), *ROWS[1:3]]
    write_brand(folder, rows=rows, toml=TOML.replace('name = "Cedar"', 'name = "Cedar & Co"'))
    assert Api("customer", cedar).get("storefront")["data"]["brand"]["name"] == "Cedar"
    with django_capture_on_commit_callbacks(execute=True):
        assert "brought in line, 1 products written" in _apply(folder)
    with brand_scope(cedar):
        assert Offer.objects.get(variant__sku="RT-2", seller__slug="ravi-glass").price_minor == 35_000
        assert set(Stock.objects.filter(offer__variant__sku="RT-2").values_list("on_hand", flat=True)) == {3}
        assert Product.objects.get(slug="plain-tumbler").status == "archived"
        assert AuditEntry.objects.filter(action="offer.repriced").count() == 1
    visitor = Api("customer", cedar)
    assert visitor.get("storefront")["data"]["brand"]["name"] == "Cedar & Co"
    assert visitor.get("products")["meta"]["total"] == 1


def test_nothing_is_written_when_one_of_two_is_wrong(folder: Path, tmp_path: Path) -> None:
    broken = write_brand(tmp_path / "broken", toml=TOML.replace("[contact]", "[contracts]"))
    with pytest.raises(CommandError, match=r"Nothing was applied.\n.*brand.toml:11: contracts: .*not known"):
        _apply(folder, broken)
    assert "cedar" not in _listed()


def test_a_code_in_use_is_told_with_its_file(folder: Path) -> None:
    write_brand(folder, toml=TOML.replace('"CDR"', '"AST"'))
    with pytest.raises(CommandError, match=r"brand.toml:1: brand: Another brand uses this code"):
        _apply(folder)


def _listed() -> str:
    out = StringIO()
    call_command("brand", "list", stdout=out)
    return out.getvalue()


def test_production_makes_no_demo_people(folder: Path, settings: Any) -> None:
    settings.HAAT_ENV = "production"
    assert json.loads(_apply(folder, json=True))["logins"] == []
    assert not Membership.objects.filter(scope="platform").exists()


def test_media_of_one_brand_are_not_on_its_neighbours_host(folder: Path, birch: Any) -> None:
    _apply(folder)
    cedar = brand_by_slug("cedar")
    own, neighbour = Api("customer", cedar), Api("customer", birch)
    for address, api, status in [
        ("/media/theme/logo.svg", own, 200),
        ("/media/theme/logo.svg", neighbour, 404),
        (f"/media/../{cedar.schema_name}/theme/logo.svg", neighbour, 404),
        (f"/media/%2e%2e/{cedar.schema_name}/theme/logo.svg", neighbour, 404),
        ("/media/theme", own, 404),
        ("/media/theme/art.csv", own, 404),
    ]:
        assert api.client.get(address).status_code == status, address
