"""A picture is turned and cropped from its original, and nothing is shown that the brand did not agree to."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from haat.catalog.models import Media, Variant
from haat.catalog.services import pictures as services
from haat.core import clock
from haat.tenancy.context import brand_scope
from tests.catalog import pictures
from tests.goods import make_offer, make_product
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

pytestmark = pytest.mark.usefixtures("stored")
SQUARE = [0, 0, 667, 1000]  # of a picture of 900 × 600: its left two thirds


@pytest.fixture
def place(aster: Brand, ravi: Any) -> str:
    """A draft of Ravi's."""
    with brand_scope(aster):
        return f"products/{make_product('Tumbler', slug='ribbed', seller=ravi.seller, status='draft').pk}/pictures"


def sent(desk: Api, place: str, aster: Brand) -> Any:
    row = desk.upload(place, pictures.picture("png", (900, 600)), alt="From above")["data"]
    run_jobs(aster, only="catalog.")
    return row


def corner(brand: Brand, row: Any) -> str:
    """Where the orange corner of the picture came to lie."""
    with brand_scope(brand), default_storage.open(Media.everything.get(pk=row["id"]).path) as file:
        image = Image.open(io.BytesIO(file.read())).convert("RGB")
    assert abs(image.width / image.height - row["width"] / row["height"]) < 0.02, "the size that is told"
    spots = {
        "upper left": (5, 5),
        "upper right": (image.width - 6, 5),
        "lower right": (image.width - 6, image.height - 6),
    }
    return next((name for name, spot in spots.items() if image.getpixel(spot)[0] > 200), "nowhere")


def test_turned_then_cropped_then_as_it_was(desk: Api, place: str, aster: Brand) -> None:
    row = sent(desk, place, aster)
    turned = desk.post(f"{place}/{row['id']}/cut", {"turn": 90})["data"]
    assert (turned["width"], turned["height"], turned["alt"], turned["is_cut"]) == (600, 900, "From above", True)
    run_jobs(aster, only="catalog.")
    assert corner(aster, turned) == "upper right"
    cropped = desk.post(f"{place}/{turned['id']}/cut", {"crop": [0, 0, 1000, 667]})["data"]
    run_jobs(aster, only="catalog.")
    assert (cropped["width"], cropped["height"], corner(aster, cropped)) == (600, 600, "upper right")
    straight = desk.post(f"{place}/{cropped['id']}/cut", {"anew": True, "crop": SQUARE})["data"]
    run_jobs(aster, only="catalog.")
    assert (straight["width"], corner(aster, straight)) == (600, "upper left")
    whole = desk.post(f"{place}/{straight['id']}/cut", {"anew": True})["data"]
    run_jobs(aster, only="catalog.")
    (left,) = desk.get(place)["data"]
    assert (left["id"], left["width"], left["is_cut"], left["status"]) == (whole["id"], 900, False, "ready")


def test_the_original_stays_while_a_cut_of_it_is_there(desk: Api, place: str, aster: Brand) -> None:
    row = sent(desk, place, aster)
    with brand_scope(aster):
        old = Media.everything.get(pk=row["id"])
    cut = desk.post(f"{place}/{row['id']}/cut", {"turn": 180})["data"]
    with brand_scope(aster):
        services.drop_files(digest=old.digest, original=old.original, sizes=old.widths)
        assert services.sweep(at=clock.now() + timedelta(days=3)) == 0
    run_jobs(aster, only="catalog.")
    assert corner(aster, cut) == "lower right"
    back = desk.post(f"{place}/{cut['id']}/cut", {"anew": True})["data"]
    run_jobs(aster, only="catalog.")
    assert corner(aster, back) == "upper left"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"crop": [0, 0, 200, 200]}, "Too little is left: 180 × 120 pixels."),
        ({"crop": [500, 0, 600, 1000]}, "This cut is wider than the picture."),
        ({"crop": [0, 0, 1000, 350]}, "What is left is a narrow strip."),
    ],
)
def test_a_cut_that_nobody_could_look_at_is_refused(
    desk: Api, place: str, aster: Brand, body: dict[str, Any], words: str
) -> None:
    row = sent(desk, place, aster)
    refusal = desk.post(f"{place}/{row['id']}/cut", body)
    assert (desk.status, refusal["error"]["message"].startswith(words)) == (422, True)
    assert [one["id"] for one in desk.get(place)["data"]] == [row["id"]]


def test_what_is_in_the_shop_is_exchanged_when_the_brand_agrees(desk: Api, staff: Api, aster: Brand, ravi: Any) -> None:
    with brand_scope(aster):
        product = make_product("Tumbler", slug="ribbed", seller=ravi.seller, manufacturer="Ravi Glass, Pune")
        variant = Variant.objects.create(product=product, sku="RT-1", hsn="70133700", net_quantity="1 N")
        make_offer(product, seller=ravi.seller, variant=variant)
    place = f"products/{product.pk}/pictures"
    row = sent(staff, place, aster)
    desk.patch(f"{place}/{row['id']}", {"alt": "From the side"})
    cut = desk.post(f"{place}/{row['id']}/cut", {"crop": SQUARE})["data"]
    assert (cut["is_live"], cut["alt"]) == (False, "From the side")
    run_jobs(aster, only="catalog.")

    def in_shop(again: str) -> list[Any]:
        page = Api("customer", aster).get(f"/api/v1/customer/products/ribbed?again={again}")["data"]
        return [(one["width"], one["alt"]) for one in page["media"]]

    assert in_shop("before") == [(900, "From above")]
    (waits,) = staff.get("moderation", tab="changes")["data"]
    batch = staff.post("moderation/decisions", {"decisions": [{"id": waits["id"], "verb": "approve_change"}]})["data"]
    assert batch["outcomes"][0]["done"], batch
    assert in_shop("after") == [(600, "From the side")]
