"""Order, words, variants and the end of pictures, and what customers get of them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from haat.catalog import services
from haat.catalog.models import Media
from haat.core import clock
from haat.tenancy import private
from haat.tenancy.context import brand_scope
from tests.catalog import pictures
from tests.catalog.conftest import files_of
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from pathlib import Path

    from haat.tenancy.models import Brand

pytestmark = pytest.mark.usefixtures("stored")
ROW = {"hsn": "70133700", "net_quantity": "1 N", "price_minor": 39_000, "mrp_minor": 45_000, "stock": 3}


@pytest.fixture
def product(desk: Api, aster: Brand) -> dict[str, Any]:
    """Complete, with three pictures and two variants."""
    made: dict[str, Any] = desk.post(
        "products",
        {
            "title": "Ribbed tumbler",
            "category": "tumblers",
            "country_of_origin": "IN",
            "manufacturer": "Asha Glass, Firozabad",
            "variants": [
                ROW | {"sku": f"RT-{one}", "options": [{"name": "Colour", "value": one}]} for one in ("Red", "Blue")
            ],
        },
    )["data"]
    for colour in ("red", "blue", "white"):
        desk.upload(f"products/{made['id']}/pictures", pictures.picture("jpeg", (900, 600), colour=colour), alt=colour)
    run_jobs(aster, only="catalog.")
    return made


def words(desk: Api, product: dict[str, Any]) -> list[str]:
    return [row["alt"] for row in desk.get(f"products/{product['id']}/pictures")["data"]]


def publish(desk: Api, staff: Api, product: dict[str, Any]) -> None:
    desk.post(f"products/{product['id']}/proposal")
    staff.post(f"products/{product['id']}/publication")
    assert staff.status == 200


def test_they_are_put_in_order_and_described(desk: Api, product: dict[str, Any]) -> None:
    place = f"products/{product['id']}/pictures"
    rows = desk.get(place)["data"]
    ordered = desk.put(f"{place}/order", {"ids": [rows[2]["id"], rows[0]["id"]]})["data"]
    assert [row["alt"] for row in ordered] == ["white", "red", "blue"], "the others follow"
    blue = product["variants"][1]["id"]
    changed = desk.patch(f"{place}/{rows[1]['id']}", {"alt": "Blue, from above", "variant": blue})["data"]
    assert (changed["alt"], changed["variant"]) == ("Blue, from above", blue)
    desk.put(f"{place}/order", {"ids": [rows[0]["id"], product["id"]]})
    assert desk.status == 422
    other = desk.post("products", {"title": "Other", "sku": "OT-1"})["data"]
    desk.patch(f"{place}/{rows[1]['id']}", {"variant": other["variants"][0]["id"]})
    assert desk.status == 422
    desk.patch(f"products/{other['id']}/pictures/{rows[1]['id']}", {"alt": "Not here"})
    assert desk.status == 404


def test_customers_get_sizes_in_lists_and_on_the_page(
    desk: Api, staff: Api, product: dict[str, Any], aster: Brand
) -> None:
    desk.upload(f"products/{product['id']}/pictures", pictures.bomb(600, 600))  # will fail, and is not shown
    publish(desk, staff, product)
    run_jobs(aster, only="catalog.")
    run_jobs(aster, only="search.")
    shop = Api("customer", aster)
    (card,) = shop.get("products", category="tumblers")["data"]
    assert (card["image"]["width"], card["image"]["height"], card["image"]["alt"]) == (900, 600, "red")
    widths = [part.rpartition(" ")[2] for part in card["image"]["sources"][0]["srcset"].split(", ")]
    assert widths == ["160w", "400w", "800w"], "nothing wider than a list can show"
    page = shop.get(f"products/{product['slug']}")["data"]
    assert [one["alt"] for one in page["media"]] == ["red", "blue", "white"]
    assert page["media"][0]["sources"][1]["srcset"].endswith("900w")
    html = shop.client.get(f"/p/{product['slug']}").content.decode()
    assert '<source type="image/avif" srcset="/media/pictures/' in html
    assert 'width="900" height="600" fetchpriority="high"' in html
    assert html.count('loading="lazy"') >= 2
    assert f'<meta property="og:image" content="http://aster.haat.localhost{page["media"][0]["url"]}"' in html
    assert '<a href="#m2">' in html, "the gallery needs no script"


def test_what_was_never_in_the_shop_leaves_nothing(
    desk: Api, product: dict[str, Any], aster: Brand, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = f"products/{product['id']}/pictures"
    for row in desk.get(place)["data"]:
        desk.delete(f"{place}/{row['id']}")
        assert desk.status == 200
    assert desk.get(f"products/{product['id']}")["data"]["missing"] == ["picture", "description"]
    run_jobs(aster, only="catalog.")
    assert files_of(stored), "a page that was written before still shows it"
    later = clock.now() + timedelta(days=1, hours=1)
    monkeypatch.setattr("haat.core.clock.now", lambda: later)
    run_jobs(aster, only="catalog.")
    assert files_of(stored) == []


def test_orders_keep_showing_what_was_bought(
    desk: Api, staff: Api, product: dict[str, Any], aster: Brand, stored: Path
) -> None:
    publish(desk, staff, product)
    place = f"products/{product['id']}/pictures"
    gone = staff.get(place)["data"][0]
    staff.delete(f"{place}/{gone['id']}")
    assert staff.status == 200
    with brand_scope(aster):
        digest = gone["url"].split("/")[3]
        services.pictures.drop_files(digest=digest, original=f"originals/{digest}.jpeg", sizes=[])
    assert Api("customer", aster).client.get(gone["url"]).status_code == 200
    assert [one["alt"] for one in Api("customer", aster).get(f"products/{product['slug']}")["data"]["media"]] == [
        "blue",
        "white",
    ]


def test_files_of_a_picture_that_another_product_has_stay(
    desk: Api, product: dict[str, Any], aster: Brand, stored: Path
) -> None:
    other = desk.post("products", {"title": "Other", "sku": "OT-1"})["data"]
    same = desk.upload(f"products/{other['id']}/pictures", pictures.picture("jpeg", (900, 600), colour="red"))["data"]
    before = files_of(stored)
    with brand_scope(aster):
        row = Media.objects.get(pk=same["id"])
        services.pictures.drop_files(digest=row.digest, original=row.original, sizes=row.widths)
    assert files_of(stored) == before


def test_an_original_without_a_row_is_swept_away_in_time(product: dict[str, Any], aster: Brand, stored: Path) -> None:
    with brand_scope(aster):
        private.storage().replace("originals/stray.jpeg", b"x")
        assert services.pictures.sweep(at=clock.now()) == 0, "its request may still run"
        assert services.pictures.sweep(at=clock.now() + timedelta(days=3)) == 1
    assert sum(name.startswith("originals/") for name in files_of(stored / "private")) == 3


def test_what_is_in_the_shop_is_the_brands_to_change(desk: Api, staff: Api, product: dict[str, Any]) -> None:
    publish(desk, staff, product)
    place = f"products/{product['id']}/pictures"
    assert not desk.upload(place, pictures.picture("webp"), alt="new")["data"]["is_live"]
    assert [row["alt"] for row in staff.get(place)["data"]] == ["red", "blue", "white"]
    assert words(desk, product) == ["red", "blue", "white", "new"], "it waits"
    staff.upload(place, pictures.picture("webp"))
    assert staff.status == 201
