"""Pictures of what is in the shop wait for the brand, and nothing of them is lost on the way there and back."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from haat.catalog.models import Media, ProductChange, Variant
from haat.catalog.services import pictures as services
from haat.core import clock
from haat.tenancy.context import brand_scope
from tests.catalog import pictures
from tests.goods import make_offer, make_product
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

pytestmark = pytest.mark.usefixtures("stored")
AGAIN = count()  # answers are kept by their address


@pytest.fixture
def product(aster: Brand, ravi: Any, desk: Api, staff: Api) -> Any:
    """In the shop, with a red and a blue picture."""
    with brand_scope(aster):
        made = make_product("Ribbed tumbler", slug="ribbed", seller=ravi.seller, manufacturer="Ravi Glass, Pune")
        variant = Variant.objects.create(product=made, sku="RT-1", hsn="70133700", net_quantity="1 N")
        make_offer(made, seller=ravi.seller, variant=variant)
    for colour in ("red", "blue"):
        staff.upload(f"products/{made.pk}/pictures", pictures.picture("jpeg", (900, 600), colour=colour), alt=colour)
    run_jobs(aster, only="catalog.")
    return made


@pytest.fixture
def place(product: Any) -> str:
    return f"products/{product.pk}/pictures"


def words(desk: Api, place: str) -> list[str]:
    return [row["alt"] for row in desk.get(place)["data"]]


def shown(brand: Brand) -> list[str]:
    page = Api("customer", brand).get(f"/api/v1/customer/products/ribbed?again={next(AGAIN)}")["data"]
    return [row["alt"] for row in page["media"]]


def rows(brand: Brand) -> list[dict[str, Any]]:
    """Everything that is kept of the pictures, but for the moment of the last change, and the place of unseen ones."""
    with brand_scope(brand):
        kept = Media.everything.order_by("id").values()
        return [row | {"updated_at": None, "position": row["position"] if row["is_live"] else None} for row in kept]


def decide(staff: Api, verb: str, **more: Any) -> Any:
    (row,) = staff.get("moderation", tab="changes")["data"]
    batch = staff.post("moderation/decisions", {"decisions": [{"id": row["id"], "verb": verb} | more]})["data"]
    assert batch["outcomes"][0]["done"], batch
    return batch


def test_every_kind_of_edit_waits_and_can_be_undone_exactly(
    desk: Api, staff: Api, product: Any, place: str, aster: Brand
) -> None:
    red, blue = desk.get(place)["data"]
    made = desk.upload(place, pictures.picture("jpeg", (900, 600), colour="white"), alt="white")["data"]
    assert (desk.status, made["is_live"]) == (201, False)
    run_jobs(aster, only="catalog.")
    variant = desk.get(f"products/{product.pk}")["data"]["variants"][0]["id"]
    changed = desk.patch(f"{place}/{blue['id']}", {"alt": "Blue, above", "variant": variant})["data"]
    assert (changed["alt"], changed["variant"]) == ("Blue, above", variant)
    desk.put(f"{place}/order", {"ids": [made["id"], blue["id"]]})
    desk.delete(f"{place}/{red['id']}")
    assert words(desk, place) == ["white", "Blue, above"]
    assert shown(aster) == ["red", "blue"]

    (row,) = staff.get("moderation", tab="changes")["data"]
    (line,) = row["diff"]
    assert [one["alt"] for one in line["before"]] == ["red", "blue"]
    assert [one["alt"] for one in line["after"]] == ["white", "Blue, above · RT-1"]
    assert all(one["url"].endswith("/400.webp") for one in [*line["before"], *line["after"]])

    before = rows(aster)
    batch = decide(staff, "approve_change")
    assert shown(aster) == ["white", "Blue, above"]
    assert staff.delete(f"moderation/decisions/{batch['id']}")["data"]["outcomes"][0]["done"]
    assert shown(aster) == ["red", "blue"]
    assert rows(aster) == before
    assert words(desk, place) == ["white", "Blue, above"], "it waits again"


def test_what_came_back_or_was_taken_back_is_nowhere(
    desk: Api, staff: Api, product: Any, place: str, aster: Brand
) -> None:
    white = pictures.picture("jpeg", (900, 600), colour="white")
    desk.upload(place, white, alt="white")
    desk.delete(f"products/{product.pk}/change")
    assert words(desk, place) == ["red", "blue"]
    first = desk.upload(place, white, alt="white")["data"]["id"]
    decide(staff, "reject_change", reason_code="other", reason="Show the product alone.")
    assert words(desk, place) == shown(aster) == ["red", "blue"]
    assert desk.upload(place, white)["data"]["id"] == first, "the same one again"
    with brand_scope(aster):
        assert ProductChange.objects.filter(status="pending").count() == 1
        later = clock.now() + timedelta(days=31)
        assert services.forget_unseen(at=later) == 0, "it waits"
        ProductChange.objects.filter(status="pending").delete()
        assert services.forget_unseen(at=later) == 1
        assert Media.everything.count() == 2


def test_putting_everything_back_ends_the_change(desk: Api, place: str, product: Any) -> None:
    red, blue = desk.get(place)["data"]
    desk.put(f"{place}/order", {"ids": [blue["id"], red["id"]]})
    assert desk.get(f"products/{product.pk}")["data"]["change"]["status"] == "pending"
    desk.put(f"{place}/order", {"ids": [red["id"], blue["id"]]})
    assert desk.get(f"products/{product.pk}")["data"]["change"] is None


def test_a_trusted_seller_and_the_staff_do_not_wait(
    desk: Api, staff: Api, ravi: Any, product: Any, place: str, aster: Brand
) -> None:
    staff.call("PUT", f"seller-trust/{ravi.seller.pk}", {"is_trusted": True})
    red, _ = desk.get(place)["data"]
    desk.delete(f"{place}/{red['id']}")
    assert shown(aster) == ["blue"]
    staff.call("PUT", f"seller-trust/{ravi.seller.pk}", {"is_trusted": None})
    (blue,) = desk.get(place)["data"]
    desk.delete(f"{place}/{blue['id']}")
    assert (words(desk, place), shown(aster)) == ([], ["blue"])
    staff.patch(f"{place}/{blue['id']}", {"alt": "By staff"})
    assert (staff.status, shown(aster)) == (200, ["By staff"])
    (row,) = staff.get("moderation", tab="changes")["data"]
    assert row["outdated"] == ["media"]


def test_a_rival_changes_nothing(desk: Api, rival: Api, place: str, aster: Brand) -> None:
    red, blue = desk.get(place)["data"]
    rival.upload(place, pictures.picture("jpeg", (900, 600), colour="white"))
    assert rival.status == 404
    for method, path, body in (
        ("PUT", f"{place}/order", {"ids": [blue["id"], red["id"]]}),
        ("PATCH", f"{place}/{red['id']}", {"alt": "Mine"}),
        ("DELETE", f"{place}/{red['id']}", None),
    ):
        rival.call(method, path, body)
        assert rival.status == 404
    assert words(desk, place) == ["red", "blue"]
